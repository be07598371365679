// One tower, used three times.
using ModelDsl;

[Block, Input(5), Dense(6), Tanh, Dense(4, Bias = false)]
public class Tower;

[Model, Concatenate<Tower, Tower, Tower>(SharedWeights = true), Reshape(3, -1), TripletLoss(Margin = 2)]
public partial class Net;
