// A head of another width than the table.
using ModelDsl;

[Block, TiedDense, Softmax, CrossEntropyLoss]
public class Head;

[Model, TokenInput(5), Embedding(7, 4), GRU(6), Output<Head>]
//                                              ^^^^^^^^^^^^
// MDSL2019: TiedDense multiplies by the table of the Embedding, whose rows have 4 features, but its input is (5, 6).
// Insert [Dense(4)] before it, or make the Embedding as wide.
// It is in Head.
// mend: Insert [Dense(4)] in Head
public partial class Net;
