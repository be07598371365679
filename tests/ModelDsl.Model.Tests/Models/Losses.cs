namespace ModelDsl.CompiledTests.Models;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class CrossEntropyModel;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1)]
public sealed partial class SmoothedCrossEntropyModel;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss(ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class WeightedCrossEntropyModel;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.2, ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class SmoothedWeightedCrossEntropyModel;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss(SoftTargets = true)]
public sealed partial class SoftCrossEntropyModel;

[Model, Input(5), Dense(4), Softmax, CrossEntropyLoss(SoftTargets = true, LabelSmoothing = 0.1)]
public sealed partial class SmoothedSoftCrossEntropyModel;

[Model, Input(5, 3), Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class SequenceCrossEntropyModel;

[Model, Input(5, 3), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1, ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class SequenceWeightedCrossEntropyModel;

[Model, Input(5), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class BinaryCrossEntropyModel;

[Model, Input(5), Dense(3), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class MultiLabelModel;

[Model, Input(5), Dense(3), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 2.5)]
public sealed partial class PositiveWeightModel;

[Model, Input(4, 3), Dense(2), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 0.7)]
public sealed partial class SequenceBinaryModel;

[Model, Input(5), Dense(3), MeanSquaredErrorLoss]
public sealed partial class MeanSquaredErrorModel;

#pragma warning disable MDSL4009 // A slope that vanishes is what the gradient is checked for.
[Model, Input(5), Dense(3), Sigmoid, MeanSquaredErrorLoss]
public sealed partial class BoundedRegressionModel;
#pragma warning restore MDSL4009

[Model, Input(5), Dense(3), MeanAbsoluteErrorLoss]
public sealed partial class MeanAbsoluteErrorModel;

[Model, Input(5), Dense(3), HuberLoss]
public sealed partial class HuberModel;

[Model, Input(5), Dense(3), HuberLoss(Delta = 0.3)]
public sealed partial class NarrowHuberModel;

[Model, Input(5), Dense(4), Softmax, KLDivergenceLoss]
public sealed partial class KLDivergenceModel;

[Model, Input(4, 3), Dense(4), Softmax, KLDivergenceLoss]
public sealed partial class SequenceKLDivergenceModel;
