namespace ModelDsl.Benchmarks.Models;

/// <summary>A convolutional digit classifier.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Flatten, Dense(128), ReLU, Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class ConvolutionalNetwork;

/// <inheritdoc cref="ConvolutionalNetwork"/>
internal sealed class ConvolutionalNetworkReference : IReferenceModel
{
    public string Name => "cnn";

    public int BatchSize => 64;

    public string Description => "28×28×1, conv 32 3×3, ReLU, pool 2, conv 64 3×3, ReLU, pool 2, dense 128, ReLU, dense 10, AdamW";

    public Model<float> Create() => new ConvolutionalNetwork(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => Noise.Normal(random);
}
