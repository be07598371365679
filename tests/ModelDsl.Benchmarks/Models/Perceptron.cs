namespace ModelDsl.Benchmarks.Models;

/// <summary>The classic digit classifier.</summary>
[Model, Input(784), Dense(256), ReLU, Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class Perceptron;

/// <inheritdoc cref="Perceptron"/>
internal sealed class PerceptronReference : IReferenceModel
{
    public string Name => "mlp";

    public int BatchSize => 64;

    public string Description => "784-256-128-10, ReLU, AdamW";

    public Model<float> Create() => new Perceptron(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => Noise.Normal(random);
}
