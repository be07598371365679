namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5), Dense(6, Bias = false), Tanh, Dense(3, Bias = false), MeanSquaredErrorLoss]
public sealed partial class BiaslessModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(5), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class SequenceModel64;

[Model(Precision = Precision.Double), Input(2, 3, 4), Dense(5), SiLU, Dense(2), HuberLoss]
public sealed partial class VolumeModel64;

[Model(Precision = Precision.Double), Input(3, 4), Dense(2), Tanh, Flatten, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class FlattenModel64;

[Model(Precision = Precision.Double), Input(2, 3, 2), Flatten, Dense(4), GELU, Dense(2), MeanSquaredErrorLoss]
public sealed partial class FlattenFirstModel64;

[Model(Precision = Precision.Double), Input(6), Dense(8), Tanh, Dropout(0.5), Dense(5), SiLU, Dropout(0.25), Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class DropoutModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dropout(0.3), Dense(5), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class InputDropoutModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Tanh, Dropout(0.0), Dense(3), MeanSquaredErrorLoss]
public sealed partial class KeepAllModel64;
