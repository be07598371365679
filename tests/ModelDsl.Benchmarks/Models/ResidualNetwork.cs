namespace ModelDsl.Benchmarks.Models;

/// <summary>Two convolutions around which their input is led.</summary>
[Block, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm]
public sealed class Basic;

/// <inheritdoc cref="Basic"/>
[Block, Residual<Basic>, ReLU]
public sealed class BasicUnit;

/// <summary>Half the size, twice the channels.</summary>
[Block, Conv2D(Width.Twice, 3, Stride = 2, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm]
public sealed class Shrink;

/// <summary>The same without work: what the input becomes that is led around.</summary>
[Block, Conv2D(Width.Twice, 1, Stride = 2, Bias = false)]
public sealed class Projection;

/// <summary>The CIFAR network of He et al. 2016, section 4.2, of 6·3 + 2 layers.</summary>
[Model, Input(32, 32, 3)]
[Conv2D(16, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Repeat<BasicUnit>(3)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class ResidualNetwork;

/// <summary>The same, a turn at a time: a block repeated once is no loop.</summary>
[Model, Input(32, 32, 3)]
[Conv2D(16, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Repeat<BasicUnit>(1), Repeat<BasicUnit>(1), Repeat<BasicUnit>(1)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(1), Repeat<BasicUnit>(1)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(1), Repeat<BasicUnit>(1)]
[GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class ResidualNetworkUnrolled;

/// <inheritdoc cref="ResidualNetwork"/>
internal sealed class ResidualNetworkReference : IReferenceModel
{
    public string Name => "resnet";

    public int BatchSize => 16;

    public string Description => "ResNet-20 of CIFAR, 32×32×3, batch norm, AdamW";

    public Model<float> Create() => new ResidualNetwork(seed: 1);

    public Model<float> CreateUnrolled() => new ResidualNetworkUnrolled(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => Noise.Normal(random);
}
