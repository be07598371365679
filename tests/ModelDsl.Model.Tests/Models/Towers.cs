namespace ModelDsl.CompiledTests.Models;

[Model, Dot<UserTower, ItemTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class RecommenderModel;

[Model, Dot<Twin, Twin>(SharedWeights = true), MeanSquaredErrorLoss]
public sealed partial class SiameseModel;

[Model, Concatenate<ImageTower, UserTower, ItemTower>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ThreeTowersModel;

[Model, Input(4), Dense(5), Tanh, Output<KindHead>, Output<PlaceHead>(Weight = 0.5)]
public sealed partial class HeadsModel;
