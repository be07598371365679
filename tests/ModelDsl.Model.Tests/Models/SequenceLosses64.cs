namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5), Dense(4), CosineSimilarityLoss]
public sealed partial class CosineModel64;

[Model(Precision = Precision.Double), Input(4, 3), Dense(3), Tanh, Dense(2), CosineSimilarityLoss]
public sealed partial class SequenceCosineModel64;

[Model(Precision = Precision.Double), Input(5, 3, Lengths = true), GRU(4), CosineSimilarityLoss]
public sealed partial class LengthCosineModel64;

[Model(Precision = Precision.Double), Input(3, 4), Dense(5), Tanh, Dense(2, Bias = false), TripletLoss]
public sealed partial class TripletModel64;

[Model(Precision = Precision.Double), Input(3, 4), Dense(2, Bias = false), TripletLoss(Margin = 2.5, Squared = true)]
public sealed partial class SquaredTripletModel64;

[Model(Precision = Precision.Double), Concatenate<TripletTower, TripletTower, TripletTower>(SharedWeights = true), Reshape(3, 4), TripletLoss(Margin = 2)]
public sealed partial class TripletTowersModel64;

[Model(Precision = Precision.Double), Concatenate<TripletWords, TripletWords, TripletWords>(SharedWeights = true), Reshape(3, -1), TripletLoss(Margin = 3)]
public sealed partial class TokenTripletModel64;

[Model(Precision = Precision.Double), Input(6, 3), Dense(4), Softmax, CTCLoss(3)]
public sealed partial class CTCModel64;

[Model(Precision = Precision.Double), Input(7, 3), Dense(3), Softmax, CTCLoss(4, Blank = 2)]
public sealed partial class LastBlankCTCModel64;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(7, 3), GRU(4), Dense(5), Softmax, CTCLoss(5)]
public sealed partial class RecurrentCTCModel64;

[Model(Precision = Precision.Double), Input(8, 3, Lengths = true), LSTM(4), Dense(4), Softmax, CTCLoss(3)]
public sealed partial class LengthCTCModel64;
