// Two outputs of one block.
using ModelDsl;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Head;

[Model, Input(4), Output<Head>, Output<Head>(Weight = 0.5)]
public partial class Net;
