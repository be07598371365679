// The turns of a repeated block share nothing with what stands outside.
using ModelDsl;

[Block, TiedDense]
public class Tied;

[Model, TokenInput(5), Embedding(4, 4), Repeat<Tied>(2), Softmax, CrossEntropyLoss]
//                                      ^^^^^^^^^^^^^^^
// MDSL2019: TiedDense multiplies by the table of the model's first Embedding, which the turns of a repeated block cannot share.
// Move it out of the block, behind the Repeat.
// It is in Tied.
public partial class Net;
