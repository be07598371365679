namespace ModelDsl.CompiledTests.Models;

/// <summary>The CIFAR network of He et al. 2016, section 4.2, of 6·3 + 2 layers.</summary>
[Model, Input(32, 32, 3)]
[Conv2D(16, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Repeat<BasicUnit>(3)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class ResNet20;

[Model(Precision = Precision.Double), Input(32, 32, 3)]
[Conv2D(16, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Repeat<BasicUnit>(3)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class ResNet20Double;

/// <summary>A small one of the kind, which learns in a second.</summary>
[Model, Input(12, 12, 1)]
[Conv2D(8, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Repeat<BasicUnit>(2), Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2)]
[GlobalAveragePool, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class SmallResNet;
