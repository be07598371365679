namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5, 3), RNN(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RNNModel64;

[Model(Precision = Precision.Double), Input(5, 3), RNN(4, ReLU = true, Bias = false), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ReLURNNModel64;

[Model(Precision = Precision.Double), Input(5, 3), LSTM(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class LSTMModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 3), LSTM(20, Bias = false), LSTM(3), LastStep, Dense(2), Softmax, CrossEntropyLoss]
public sealed partial class StackedLSTMModel64;

[Model(Precision = Precision.Double), Input(5, 3), GRU(4), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GRUModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 3), GRU(20, Bias = false), GRU(3), LastStep, Dense(2), Softmax, CrossEntropyLoss]
public sealed partial class StackedGRUModel64;

[Model(Precision = Precision.Double), Input(1, 3), LSTM(4), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class SingleStepModel64;

[Model(Precision = Precision.Double), Input(5, 3), Bidirectional<Encoder>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BidirectionalModel64;

[Model(Precision = Precision.Double), Input(5, 3), Dense(2), Bidirectional<Summarizer>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BidirectionalSummaryModel64;
