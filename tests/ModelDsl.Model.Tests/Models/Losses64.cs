namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class CrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1)]
public sealed partial class SmoothedCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss(ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class WeightedCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.2, ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class SmoothedWeightedCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss(SoftTargets = true)]
public sealed partial class SoftCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, CrossEntropyLoss(SoftTargets = true, LabelSmoothing = 0.1)]
public sealed partial class SmoothedSoftCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5, 3), Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class SequenceCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5, 3), Dense(4), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1, ClassWeights = [0.5, 1, 2, 1.5])]
public sealed partial class SequenceWeightedCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class BinaryCrossEntropyModel64;

[Model(Precision = Precision.Double), Input(5), Dense(3), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class MultiLabelModel64;

[Model(Precision = Precision.Double), Input(5), Dense(3), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 2.5)]
public sealed partial class PositiveWeightModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(2), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 0.7)]
public sealed partial class SequenceBinaryModel64;

[Model(Precision = Precision.Double), Input(5), Dense(3), MeanSquaredErrorLoss]
public sealed partial class MeanSquaredErrorModel64;

#pragma warning disable MDSL4009 // A slope that vanishes is what the gradient is checked for.
[Model(Precision = Precision.Double), Input(5), Dense(3), Sigmoid, MeanSquaredErrorLoss]
public sealed partial class BoundedRegressionModel64;
#pragma warning restore MDSL4009

[Model(Precision = Precision.Double), Input(5), Dense(3), MeanAbsoluteErrorLoss]
public sealed partial class MeanAbsoluteErrorModel64;

[Model(Precision = Precision.Double), Input(5), Dense(3), HuberLoss]
public sealed partial class HuberModel64;

[Model(Precision = Precision.Double), Input(5), Dense(3), HuberLoss(Delta = 0.3)]
public sealed partial class NarrowHuberModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), Softmax, KLDivergenceLoss]
public sealed partial class KLDivergenceModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(4), Softmax, KLDivergenceLoss]
public sealed partial class SequenceKLDivergenceModel64;
