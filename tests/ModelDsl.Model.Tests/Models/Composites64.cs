namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Residual<Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ResidualModel64;

[Model(Precision = Precision.Double), Input(4), Residual<Unit>, Residual<Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TwiceResidualModel64;

[Model(Precision = Precision.Double), Input(4), Repeat<Unit>(1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatOnceModel64;

[Model(Precision = Precision.Double), Input(4), Repeat<Unit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatModel64;

[Model(Precision = Precision.Double), Input(4), Repeat<Unit>(3, SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedRepeatModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Repeat<Normed>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatResidualModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Repeat<Deep>(2), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatInRepeatModel64;

[Model(Precision = Precision.Double), Input(4), Repeat<NormUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatBatchNormModel64;

[Model(Precision = Precision.Double), Input(4), Repeat<DropUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatDropoutModel64;

[Model(Precision = Precision.Double), Input(4), Add<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class AddModel64;

[Model(Precision = Precision.Double), Input(3), Add<Left, Right, Upper>, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class AddThreeModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Add<Left, Right, Upper, Lower>, MeanSquaredErrorLoss]
public sealed partial class AddFourModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Add<Left, Identity>, MeanSquaredErrorLoss]
public sealed partial class SkipModel64;

[Model(Precision = Precision.Double), Input(4), Add<Unit, Unit>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TwoOfAKindModel64;

[Model(Precision = Precision.Double), Input(3), Multiply<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MultiplyModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Multiply<Left, Right, Identity>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MultiplyThreeModel64;

[Model(Precision = Precision.Double), Input(3, 4, 2), Conv2D(4, 2), Tanh, Multiply<Identity, Attention>, Conv2D(2, 2), MeanSquaredErrorLoss]
public sealed partial class ChannelAttentionModel64;

[Model(Precision = Precision.Double), Input(3), Concatenate<Left, Narrow>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateModel64;

[Model(Precision = Precision.Double), Input(3, 2), Dense(3), Tanh, Concatenate<Left, Narrow, Identity>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateThreeModel64;

[Model(Precision = Precision.Double), Input(3, 2), Dense(4), Tanh, Concatenate<Left, Right>(Axis = 0), Dense(2), MeanSquaredErrorLoss]
public sealed partial class ConcatenateAxisModel64;

[Model(Precision = Precision.Double), Input(3), Dot<Left, Right>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class DotModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Residual<Deep>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class NestedModel64;

[Model(Precision = Precision.Double), Input(3), Dense(4), Tanh, Multiply<Deep, Left, Deep>(SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedDeepModel64;

[Model(Precision = Precision.Double), Input(4, 4, 2), Add<Shrink, Projection>, ReLU, Repeat<BasicUnit>(2), GlobalAveragePool, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class SmallResNetModel64;
