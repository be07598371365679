using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>Ten steps of networks with batch norm against PyTorch: the losses, the parameters, the running statistics, and what is predicted with them.</summary>
public sealed class RunningStatistics
{
    private const int Steps = 10;

    public static TheoryData<string> Names => [.. Catalog.ImageNames.Where(name => TensorFile.Vectors("images").Has($"{name}/steps/losses"))];

    [Theory, MemberData(nameof(Names))]
    public void Ten_steps_agree_with_PyTorch_in_double_precision(string name) => Compare(name, new Subject<double>(Catalog.Double(name)));

    [Theory, MemberData(nameof(Names))]
    public void Ten_steps_agree_with_PyTorch_in_single_precision(string name) => Compare(name, new Subject<float>(Catalog.Single(name)));

    private static void Compare<T>(string name, Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorFile vectors = TensorFile.Vectors("images");
        subject.Load(vectors, $"{name}/parameters/");
        Examples<T> examples = ImageVectors.Examples<T>(vectors, name);
        T[] losses = [.. Enumerable.Range(0, Steps).Select(_ => T.CreateChecked(subject.Step(examples)))];
        ImageVectors.AssertClose<T>(vectors, $"{name}/steps/losses", losses);
        Assert.NotEmpty(subject.Buffers);
        foreach (ParameterSegment parameter in subject.Definition.Parameters)
        {
            ImageVectors.AssertClose<T>(vectors, $"{name}/steps/{parameter.Name}", subject.Values(parameter.Name));
        }

        ImageVectors.AssertClose<T>(vectors, $"{name}/steps/output", subject.Predict(examples));
    }
}
