namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5), Dense(4), CosineSimilarityLoss]
public sealed partial class CosineModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(3), Tanh, Dense(2), CosineSimilarityLoss]
public sealed partial class SequenceCosineModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), GRU(4), CosineSimilarityLoss]
public sealed partial class LengthCosineModel64;
