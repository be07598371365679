namespace ModelDsl.CompiledTests.Models;

[Model, Input(3), Dense(4), Tanh, Residual<Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ResidualModel;

[Model, Input(4), Residual<Unit>, Residual<Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TwiceResidualModel;

[Model, Input(4), Repeat<Unit>(1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatOnceModel;

[Model, Input(4), Repeat<Unit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatModel;

[Model, Input(4), Repeat<Unit>(3, SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedRepeatModel;

[Model, Input(3), Dense(4), Repeat<Normed>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatResidualModel;

[Model, Input(3), Dense(4), Tanh, Repeat<Deep>(2), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatInRepeatModel;

[Model, Input(4), Repeat<NormUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatBatchNormModel;

[Model, Input(4), Repeat<DropUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatDropoutModel;

[Model, Input(4), Add<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class AddModel;

[Model, Input(3), Add<Left, Right, Upper>, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class AddThreeModel;

[Model, Input(3), Dense(4), Tanh, Add<Left, Right, Upper, Lower>, MeanSquaredErrorLoss]
public sealed partial class AddFourModel;

[Model, Input(3), Dense(4), Tanh, Add<Left, Identity>, MeanSquaredErrorLoss]
public sealed partial class SkipModel;

[Model, Input(4), Add<Unit, Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TwoOfAKindModel;

[Model, Input(3), Multiply<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MultiplyModel;

[Model, Input(3), Dense(4), Tanh, Multiply<Left, Right, Identity>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MultiplyThreeModel;

[Model, Input(3, 4, 2), Conv2D(4, 2), Tanh, Multiply<Identity, Attention>, Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class ChannelAttentionModel;

[Model, Input(3), Concatenate<Left, Narrow>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateModel;

[Model, Input(3, 2), Dense(3), Tanh, Concatenate<Left, Narrow, Identity>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateThreeModel;

[Model, Input(3, 2), Dense(4), Tanh, Concatenate<Left, Right>(Axis = 0), Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateAxisModel;

[Model, Input(3), Dot<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class DotModel;

[Model, Input(3), Dense(4), Tanh, Residual<Deep>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class NestedModel;

[Model, Input(3), Dense(4), Tanh, Multiply<Deep, Left, Deep>(SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedDeepModel;

[Model, Input(4, 4, 2), Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2), GlobalAveragePool, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class SmallResNetModel;
