namespace ModelDsl.CompiledTests.Models;

[Model, Input(5), Dense(4), CosineSimilarityLoss]
public sealed partial class CosineModel;

[Model, Input(4, 3), Dense(3), Tanh, Dense(2), CosineSimilarityLoss]
public sealed partial class SequenceCosineModel;

[Model, Input(5, 3, Lengths = true), GRU(4), CosineSimilarityLoss]
public sealed partial class LengthCosineModel;
