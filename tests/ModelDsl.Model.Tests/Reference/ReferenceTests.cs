using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>Predictions, losses and gradients against what PyTorch computes for the same network (reference.py writes the vectors).</summary>
public sealed class ReferenceTests
{
    // PyTorch's dropout draws other numbers, so a model with dropout has no vectors; its inference and gradient are checked elsewhere.
    private static readonly string[] withoutVectors = [nameof(DropoutModel), nameof(InputDropoutModel), nameof(KeepAllModel)];

    public static TheoryData<string> Names => [.. Catalog.PlainNames.Except(withoutVectors)];

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_double_precision(string name) => Compare(name, new Subject<double>(Catalog.Double(name)));

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_PyTorch_in_single_precision(string name) => Compare(name, new Subject<float>(Catalog.Single(name)));

    private static void Compare<T>(string name, Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorFile vectors = TensorFile.Vectors<T>("layers");
        subject.Load(vectors, $"{name}/parameters/");
        Examples<T> examples = Read<T>(vectors, name);
        Closeness.AssertClose<T>(vectors.Read<T>($"{name}/output"), subject.Predict(examples), $"{name}'s prediction");
        foreach ((string title, bool isWeighted) in new[] { ("mean", false), ("weighted", true) })
        {
            double loss = subject.Loss(examples, isWeighted);
            Closeness.AssertClose<T, double>(vectors.Read<T>($"{name}/{title}/loss"), [loss], Closeness.Tolerance<T>(), $"{name}'s {title} loss");
            foreach (ParameterSegment parameter in subject.Definition.Parameters)
            {
                Assert.Equal(vectors.Shape($"{name}/{title}/{parameter.Name}"), parameter.Shape);
                Closeness.AssertClose<T>(
                    vectors.Read<T>($"{name}/{title}/{parameter.Name}"), subject.Values(parameter.Name, subject.Gradients), $"{name}'s {title} gradient of {parameter.Name}");
            }
        }
    }

    private static Examples<T> Read<T>(TensorFile vectors, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isLabels = vectors.IsLabels($"{name}/target");
        return new Examples<T>(
            vectors.Read<T>($"{name}/input"),
            isLabels ? null : vectors.Read<T>($"{name}/target"),
            isLabels ? vectors.Read<int>($"{name}/target") : null,
            vectors.Read<T>($"{name}/weights"));
    }
}
