// Attention over the features, written out.
using ModelDsl;

[Block, Dense(4), Softmax]
public class Weights;

[Block, Dense(4)]
public class Values;

[Model, Input(6), Multiply<Weights, Values>, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
