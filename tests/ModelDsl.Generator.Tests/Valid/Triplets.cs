// Three rows of an example, and no target.
using ModelDsl;

[Model, Input(3, 4), Dense(8), ReLU, TripletLoss(Squared = true)]
public partial class Net;
