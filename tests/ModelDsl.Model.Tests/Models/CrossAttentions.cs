namespace ModelDsl.CompiledTests.Models;

[Block, Dense(4), Tanh]
public sealed partial class CrossQueries;

[Block, Conv1D(4, 3), Tanh]
public sealed partial class CrossMemory;

[Block, Conv1D(3, 3), Tanh]
public sealed partial class NarrowMemory;

[Block, Input(3, 4), Dense(6)]
public sealed partial class AskingTower;

[Block, TokenInput(5, Lengths = true), Embedding(7, 6)]
public sealed partial class AskedTower;

[Block, Dense(4), Tanh]
public sealed partial class EvenMemory;

[Block, CrossAttention<Identity, EvenMemory>(2)]
public sealed partial class CrossUnit;

[Model, Input(6, 3), CrossAttention<CrossQueries, CrossMemory>(2), Dense(2), MeanSquaredErrorLoss]
public sealed partial class CrossAttentionModel;

[Model, Input(6, 5), CrossAttention<CrossQueries, NarrowMemory>(4, Bias = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class NarrowCrossAttentionModel;

[Model, CrossAttention<AskingTower, AskedTower>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class TowerCrossAttentionModel;

[Model, Input(5, 4, Lengths = true), CrossAttention<Identity, EvenMemory>(1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthCrossAttentionModel;

[Model, Input(5, 4), Repeat<CrossUnit>(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RepeatCrossAttentionModel;

[Model, Input(5, 4), Repeat<CrossUnit>(2, SharedWeights = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedCrossAttentionModel;

[Model, Input(5, 4), CrossAttention<Identity, EvenMemory>(4, KeyHeads = 2, Dropout = 0.3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class DropoutCrossAttentionModel;
