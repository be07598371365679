namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), RNN(4), LastStep, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthRNNModel64;

[Model(Precision = Precision.Double), TokenInput(5, Lengths = true), Embedding(7, 3), LSTM(4), Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class LengthLSTMModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), GRU(4), TimeReverse, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthGRUModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), Repeat<LengthUnit>(3), GlobalAveragePool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthRepeatModel64;

[Model(Precision = Precision.Double), Input(5, 4, Lengths = true), Repeat<LengthBlock>(2), GlobalMaxPool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), Bidirectional<LengthSummary>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthBidirectionalModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), Conv1D(3, 3, Padding = Padding.Same), Tanh, Flatten, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LengthConvolutionModel64;

[Model(Precision = Precision.Double), Dot<LengthTower, LengthTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class LengthTowerModel64;
