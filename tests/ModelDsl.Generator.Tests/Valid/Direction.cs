// Directions as target.
using ModelDsl;

[Model, Input(4), Dense(8), Tanh, Dense(3), CosineSimilarityLoss]
public partial class Net;
