namespace ModelDsl.CompiledTests.Models;

[Model, Input(5, 3), RNN(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RNNModel;

[Model, Input(5, 3), RNN(4, ReLU = true, Bias = false), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ReLURNNModel;

[Model, Input(5, 3), LSTM(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class LSTMModel;

[Model, TokenInput(5), Embedding(7, 3), LSTM(20, Bias = false), LSTM(3), LastStep, Dense(2), Softmax, CrossEntropyLoss]
public sealed partial class StackedLSTMModel;

[Model, Input(5, 3), GRU(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GRUModel;

[Model, TokenInput(5), Embedding(7, 3), GRU(20, Bias = false), GRU(3), LastStep, Dense(2), Softmax, CrossEntropyLoss]
public sealed partial class StackedGRUModel;

[Model, Input(1, 3), LSTM(4), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class SingleStepModel;

[Block, LSTM(3)]
public sealed partial class Encoder;

[Block, GRU(3), LastStep]
public sealed partial class Summarizer;

[Model, Input(5, 3), Bidirectional<Encoder>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BidirectionalModel;

[Model, Input(5, 3), Dense(2), Bidirectional<Summarizer>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BidirectionalSummaryModel;
