// Two outputs that share the table.
using ModelDsl;

[Block, TiedDense, Softmax, CrossEntropyLoss]
public class Head;

[Model, TokenInput(5), Embedding(7, 4), RNN(4, ReLU = true), Output<Head>, Output<Head>]
public partial class Net;
