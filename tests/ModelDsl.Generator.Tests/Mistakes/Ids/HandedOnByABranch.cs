// A branch that gives ids back.
using ModelDsl;

[Block, Embedding(7, 5)]
public class Words;

[Model, TokenInput(5), Concatenate<Identity, Words>, Dense(4)]
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2018: Concatenate<Identity, Words> needs values, but its input (5) is ids, which have none before an Embedding.
// Identity hands ids on: use a block with an Embedding in its place.
public partial class Net;
