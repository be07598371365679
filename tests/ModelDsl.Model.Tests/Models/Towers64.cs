namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Dot<UserTower, ItemTower>, Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class RecommenderModel64;

[Model(Precision = Precision.Double), Dot<Twin, Twin>(SharedWeights = true), MeanSquaredErrorLoss]
public sealed partial class SiameseModel64;

[Model(Precision = Precision.Double), Concatenate<ImageTower, UserTower, ItemTower>, Dense(2), MeanSquaredErrorLoss]
public sealed partial class ThreeTowersModel64;

[Model(Precision = Precision.Double), Input(4), Dense(5), Tanh, Output<KindHead>, Output<PlaceHead>(Weight = 0.5)]
public sealed partial class HeadsModel64;
