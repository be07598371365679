namespace ModelDsl.CompiledTests.Models;

[Block, TokenInput(3), Embedding(7, 4), GlobalAveragePool]
public sealed partial class WordTower;

[Block, Input(2), Dense(4), Tanh]
public sealed partial class ValueTower;

[Model, TokenInput(5), Embedding(7, 4), Flatten, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class EmbeddingModel;

[Model, TokenInput(5), Embedding(7, 4, PaddingIndex = 2), Dense(3), MeanSquaredErrorLoss]
public sealed partial class PaddedEmbeddingModel;

[Model, TokenInput(5), Embedding(7, 4), PositionalEmbedding, Tanh, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class PositionalEmbeddingModel;

[Model, TokenInput(5), Embedding(7, 4), SinusoidalPositions, Tanh, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class SinusoidalPositionsModel;

[Model, TokenInput(5), Embedding(7, 4), Tanh, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class TiedDenseModel;

[Model, Dot<WordTower, ValueTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class TokenTowerModel;

[Model, Input(4, 3), Dense(3), TimeReverse, PositionalEmbedding, LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class TimeReverseModel;

[Model, TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = 1)]
public sealed partial class IgnoringModel;

[Model, TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = 1, LabelSmoothing = 0.2, ClassWeights = [0.5, 1, 2])]
public sealed partial class WeightedIgnoringModel;

[Model, TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = Dataset.Ignored)]
public sealed partial class DataIgnoringModel;
