using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>
/// Layers of ids, recurrence and attention, with lengths and without, against PyTorch in double precision (sequences.py writes the vectors): predictions,
/// the weighted loss, and all gradients.
/// </summary>
public sealed class SequenceReferenceTests
{
    // PyTorch's dropout draws other numbers; the gradient with dropped weights is checked elsewhere.
    private static readonly string[] withoutVectors = [nameof(DropoutAttentionModel), nameof(DropoutCrossAttentionModel)];

    public static TheoryData<string> Names => [.. Catalog.SequenceNames.Except(withoutVectors)];

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_double_precision(string name) => Compare(name, new Subject<double>(Catalog.Double(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_single_precision(string name) => Compare(name, new Subject<float>(Catalog.Single(name)));

    [Fact]
    public void The_row_of_the_padding_has_no_gradient_in_PyTorch_either()
    {
        const string Name = nameof(PaddedEmbeddingModel), Table = "embedding1.weight";
        const int Padding = 2, Width = 4;
        TensorFile vectors = TensorFile.Vectors("sequences");
        Subject<double> subject = new(Catalog.Double(Name));
        subject.Load(vectors, $"{Name}/parameters/");
        Examples<double> examples = ImageVectors.Examples<double>(vectors, Name);
        double[] before = [.. subject.Values(Table).Chunk(Width).ElementAt(Padding)];
        subject.Step(examples);
        double[] expected = [.. vectors.Read<double>($"{Name}/gradients/{Table}").Chunk(Width).ElementAt(Padding)];
        Assert.Contains(Padding, examples.Inputs);
        Assert.All(expected, value => Assert.Equal(0, value));
        Assert.Equal(expected, subject.Values(Table, subject.Gradients).Chunk(Width).ElementAt(Padding));
        Assert.Equal(before, subject.Values(Table).Chunk(Width).ElementAt(Padding));
        Assert.All(before, value => Assert.NotEqual(0, value));
    }

    private static void Compare<T>(string name, Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorFile vectors = TensorFile.Vectors("sequences");
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
