// Gate and value have one shape, or a number for each channel.
using ModelDsl;

[Block, Dense(4), Sigmoid]
public class Gate;

[Block, Dense(8), Tanh]
public class Value;

[Model, Input(4), Multiply<Gate, Value>, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^^
// MDSL2014: Multiply<Gate, Value>: Gate gives (4), Value gives (8).
// What is multiplied has one shape, or a number for each channel of the others: change the blocks.
public partial class Net;
