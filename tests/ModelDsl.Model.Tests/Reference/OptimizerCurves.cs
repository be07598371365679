using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>Ten steps of each optimiser and option against torch.optim: the loss of every step, and the parameters at the end.</summary>
public sealed class OptimizerCurves
{
    private static readonly Dictionary<string, Func<Optimizer>> optimizers = new()
    {
        ["sgd"] = () => new SGD(0.1),
        ["sgd-decay"] = () => new SGD(0.1, weightDecay: 0.05),
        ["sgd-momentum"] = () => new SGD(0.1, momentum: 0.9),
        ["sgd-momentum-decay"] = () => new SGD(0.1, momentum: 0.9, weightDecay: 0.05),
        ["sgd-nesterov"] = () => new SGD(0.1, momentum: 0.9, nesterov: true),
        ["sgd-nesterov-decay"] = () => new SGD(0.1, momentum: 0.9, nesterov: true, weightDecay: 0.05),
        ["adam"] = () => new Adam(0.01),
        ["adam-options"] = () => new Adam(0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-4),
        ["adam-decay"] = () => new Adam(0.01, weightDecay: 0.05),
        ["adamw"] = () => new AdamW(0.01),
        ["adamw-options"] = () => new AdamW(0.02, beta1: 0.8, beta2: 0.95, epsilon: 1e-4, weightDecay: 0.1),
        ["rmsprop"] = () => new RMSProp(0.01),
        ["rmsprop-options"] = () => new RMSProp(0.02, alpha: 0.9, epsilon: 1e-4),
        ["rmsprop-centered"] = () => new RMSProp(0.01, centered: true),
        ["rmsprop-momentum"] = () => new RMSProp(0.01, momentum: 0.9),
        ["rmsprop-centered-momentum"] = () => new RMSProp(0.01, momentum: 0.9, centered: true),
        ["rmsprop-decay"] = () => new RMSProp(0.01, weightDecay: 0.05),
    };

    public static TheoryData<string> Names => [.. optimizers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Ten_steps_agree_with_PyTorch_in_double_precision(string name) => Compare(name, new Subject<double>(new OptimizerModel64()));

    [Theory, MemberData(nameof(Names))]
    public void Ten_steps_agree_with_PyTorch_in_single_precision(string name) => Compare(name, new Subject<float>(new OptimizerModel()));

    private static void Compare<T>(string name, Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorFile vectors = TensorFile.Vectors<T>("optimizers");
        subject.Load(vectors, "parameters/");
        Trainer<T> trainer = new(subject.Model, optimizers[name]());
        T[] inputs = vectors.Read<T>("input");
        int[] labels = vectors.Read<int>("target");
        double[] losses = [.. Enumerable.Range(0, 10).Select(_ => trainer.Step(inputs, labels))];
        Closeness.AssertClose<T, double>(vectors.Read<T>($"{name}/losses"), losses, Closeness.Tolerance<T>(), $"{name}'s losses");
        foreach (ParameterSegment parameter in subject.Definition.Parameters)
        {
            Closeness.AssertClose<T>(vectors.Read<T>($"{name}/{parameter.Name}"), subject.Values(parameter.Name), $"{name}'s {parameter.Name}");
        }
    }
}
