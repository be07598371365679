namespace ModelDsl.CompiledTests.Models;

[Block, Input(5), Dense(6), Tanh, Dense(4, Bias = false)]
public sealed partial class TripletTower;

[Block, TokenInput(4), Embedding(7, 3), GRU(4), LastStep]
public sealed partial class TripletWords;

[Model, Input(5), Dense(4), CosineSimilarityLoss]
public sealed partial class CosineModel;

[Model, Input(4, 3), Dense(3), Tanh, Dense(2), CosineSimilarityLoss]
public sealed partial class SequenceCosineModel;

[Model, Input(5, 3, Lengths = true), GRU(4), CosineSimilarityLoss]
public sealed partial class LengthCosineModel;

[Model, Input(3, 4), Dense(5), Tanh, Dense(2, Bias = false), TripletLoss]
public sealed partial class TripletModel;

[Model, Input(3, 4), Dense(2, Bias = false), TripletLoss(Margin = 2.5, Squared = true)]
public sealed partial class SquaredTripletModel;

[Model, Concatenate<TripletTower, TripletTower, TripletTower>(SharedWeights = true), Reshape(3, 4), TripletLoss(Margin = 2)]
public sealed partial class TripletTowersModel;

[Model, Concatenate<TripletWords, TripletWords, TripletWords>(SharedWeights = true), Reshape(3, -1), TripletLoss(Margin = 3)]
public sealed partial class TokenTripletModel;

[Model, Input(6, 3), Dense(4), Softmax, CTCLoss(3)]
public sealed partial class CTCModel;

[Model, Input(7, 3), Dense(3), Softmax, CTCLoss(4, Blank = 2)]
public sealed partial class LastBlankCTCModel;

[Model, TokenInput(8), Embedding(7, 3), GRU(4), Dense(5), Softmax, CTCLoss(5)]
public sealed partial class RecurrentCTCModel;

[Model, Input(8, 3, Lengths = true), LSTM(4), Dense(4), Softmax, CTCLoss(3)]
public sealed partial class LengthCTCModel;
