namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), Flatten, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class EmbeddingModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4, PaddingIndex = 2), Dense(3), MeanSquaredErrorLoss]
public sealed partial class PaddedEmbeddingModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), PositionalEmbedding, Tanh, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class PositionalEmbeddingModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), SinusoidalPositions, Tanh, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class SinusoidalPositionsModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), Tanh, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class TiedDenseModel64;

[Model(Precision = Precision.Double), Dot<WordTower, ValueTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class TokenTowerModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(3), TimeReverse, PositionalEmbedding, LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TimeReverseModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = 1)]
public sealed partial class IgnoringModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = 1, LabelSmoothing = 0.2, ClassWeights = [0.5, 1, 2])]
public sealed partial class WeightedIgnoringModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = Dataset.Ignored)]
public sealed partial class DataIgnoringModel64;
