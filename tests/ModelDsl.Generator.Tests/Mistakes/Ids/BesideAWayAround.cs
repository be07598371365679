// What goes around a block is added, so it is values.
using ModelDsl;

[Block, Embedding(7, 4)]
public class Words;

[Model, TokenInput(5), Residual<Words>, LastStep, Dense(1)]
//                     ^^^^^^^^^^^^^^^
// MDSL2018: Residual needs values, but its input (5) is ids, which have none before an Embedding.
// Write the Embedding before it, not in Words.
public partial class Net;
