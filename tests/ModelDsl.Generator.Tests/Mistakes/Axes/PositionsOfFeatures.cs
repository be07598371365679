// Features without positions.
using ModelDsl;

[Model, Input(8), PositionalEmbedding, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^
// MDSL2008: PositionalEmbedding needs (length, channels), but its input is (8).
// Remove it: without steps there is no position.
// mend: Remove PositionalEmbedding
public partial class Net;
