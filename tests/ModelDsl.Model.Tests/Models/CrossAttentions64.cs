namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(6, 3), CrossAttention<CrossQueries, CrossMemory>(2), Dense(2), MeanSquaredErrorLoss]
public sealed partial class CrossAttentionModel64;

[Model(Precision = Precision.Double), Input(6, 5), CrossAttention<CrossQueries, NarrowMemory>(4, Bias = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class NarrowCrossAttentionModel64;

[Model(Precision = Precision.Double), CrossAttention<AskingTower, AskedTower>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class TowerCrossAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 4, Lengths = true), CrossAttention<Identity, EvenMemory>(1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthCrossAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 4), Repeat<CrossUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatCrossAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 4), Repeat<CrossUnit>(2, SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedCrossAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 4), CrossAttention<Identity, EvenMemory>(4, KeyHeads = 2, Dropout = 0.3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class DropoutCrossAttentionModel64;
