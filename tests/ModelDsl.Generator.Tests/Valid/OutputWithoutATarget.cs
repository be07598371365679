// One output has a target, the other has none.
using ModelDsl;

[Block, Dense(6), Reshape(3, 2), TripletLoss]
public class Near;

[Block, Dense(1), HuberLoss]
public class Price;

[Model, Input(4), Dense(5), Tanh, Output<Near>, Output<Price>]
public partial class Net;
