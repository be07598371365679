// An output alone.
using ModelDsl;

[Block, Dense(6), Reshape(3, 2), TripletLoss]
public class Near;

[Model, Input(4), Dense(5), Tanh, Output<Near>]
public partial class Net;
