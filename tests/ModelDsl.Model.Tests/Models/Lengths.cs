namespace ModelDsl.CompiledTests.Models;

[Block, LSTM(3)]
public sealed partial class LengthUnit;

[Block, MultiHeadAttention(1)]
public sealed partial class LengthAttention;

[Block, LSTM(3), LastStep]
public sealed partial class LengthSummary;

[Block, Residual<LengthAttention>, Tanh]
public sealed partial class LengthBlock;

[Block, TokenInput(4, Lengths = true), Embedding(6, 3), GRU(4), LastStep]
public sealed partial class LengthTower;

[Model, Input(5, 3, Lengths = true), RNN(4), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthRNNModel;

[Model, TokenInput(5, Lengths = true), Embedding(7, 3), LSTM(4), Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class LengthLSTMModel;

[Model, Input(5, 3, Lengths = true), GRU(4), TimeReverse, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthGRUModel;

[Model, Input(5, 3, Lengths = true), Repeat<LengthUnit>(3), GlobalAveragePool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthRepeatModel;

[Model, Input(5, 4, Lengths = true), Repeat<LengthBlock>(2), GlobalMaxPool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthAttentionModel;

[Model, Input(5, 3, Lengths = true), Bidirectional<LengthSummary>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthBidirectionalModel;

[Model, Input(5, 3, Lengths = true), Conv1D(3, 3, Padding = Padding.Same), Tanh, Flatten, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthConvolutionModel;

[Model, Dot<LengthTower, LengthTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class LengthTowerModel;
