// Steps are turned round before the block sees them, so they are values.
using ModelDsl;

[Block, Embedding(7, 4), LSTM(4)]
public class Reading;

[Model, TokenInput(5), Bidirectional<Reading>, LastStep, Dense(1)]
//                     ^^^^^^^^^^^^^^^^^^^^^^
// MDSL2018: Bidirectional needs values, but its input (5) is ids, which have none before an Embedding.
// Write the Embedding before it, not in Reading.
public partial class Net;
