// Two heads on one trunk, one of which counts half.
using ModelDsl;

[Block, Dense(3), Softmax, CrossEntropyLoss]
public class Kind;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Place;

[Model, Input(4), Dense(5), Tanh, Output<Kind>, Output<Place>(Weight = 0.5)]
public partial class Net;
