using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>
/// Layers of images, and blocks, against PyTorch in double precision (images.py writes the vectors): predictions, which batch norms make of their
/// buffers, the weighted loss, and all gradients.
/// </summary>
public sealed class ImageReferenceTests
{
    // PyTorch's dropout draws other numbers; its share, its inference and its gradient are checked elsewhere. Sharing is compared in other models.
    private static readonly string[] withoutVectors = [nameof(SpatialDropoutModel), nameof(RepeatDropoutModel), nameof(SharedDeepModel)];

    public static TheoryData<string> Names => [.. Catalog.ImageNames.Except(withoutVectors)];

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_double_precision(string name) => Compare(name, new Subject<double>(Catalog.Double(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_single_precision(string name) => Compare(name, new Subject<float>(Catalog.Single(name)));

    private static void Compare<T>(string name, Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorFile vectors = TensorFile.Vectors("images");
        subject.Load(vectors, $"{name}/parameters/");
        Examples<T> examples = ImageVectors.Examples<T>(vectors, name);
        ImageVectors.AssertClose<T>(vectors, $"{name}/output", subject.Predict(examples));
        double loss = subject.Loss(examples);
        ImageVectors.AssertClose(vectors, $"{name}/loss", [T.CreateChecked(loss)]);
        foreach (ParameterSegment parameter in subject.Trained)
        {
            string title = $"{name}/gradients/{parameter.Name}";
            Assert.Equal(vectors.Shape(title), parameter.Shape);
            ImageVectors.AssertClose<T>(vectors, title, subject.Values(parameter.Name, subject.Gradients));
        }
    }
}
