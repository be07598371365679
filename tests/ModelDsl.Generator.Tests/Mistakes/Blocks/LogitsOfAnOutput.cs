// The loss of an output follows its activation.
using ModelDsl;

[Block, Dense(2), CrossEntropyLoss]
public class Head;

[Model, Input(4), Dense(8), ReLU, Output<Head>]
//                                ^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Dense with output (2).
// Insert [Softmax] before it.
// It is in Head.
// mend: Insert [Softmax] in Head
public partial class Net;
