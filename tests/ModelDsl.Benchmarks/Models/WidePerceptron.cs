namespace ModelDsl.Benchmarks.Models;

/// <summary>A digit classifier whose parameters do not fit a core's second-level cache.</summary>
[Model, Input(784), Dense(512), ReLU, Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class WidePerceptron;

/// <inheritdoc cref="WidePerceptron"/>
internal sealed class WidePerceptronReference : IReferenceModel
{
    public string Name => "mlp-512";

    public int BatchSize => 64;

    public string Description => "784-512-128-10, ReLU, AdamW";

    public Model<float> Create() => new WidePerceptron(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => Noise.Normal(random);
}
