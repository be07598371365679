// Vectors of two lengths have no dot product.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(4), Dot<Four, Eight>, Sigmoid, BinaryCrossEntropyLoss]
//                ^^^^^^^^^^^^^^^^
// MDSL2014: Dot<Four, Eight>: Four gives (4), Eight gives (8).
// Their product needs two of one shape: change the blocks until both give the same.
public partial class Net;
