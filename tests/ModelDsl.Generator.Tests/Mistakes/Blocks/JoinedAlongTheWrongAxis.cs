// Two widths fit side by side, not one behind the other.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(2, 6), Concatenate<Four, Eight>(Axis = 0), Dense(1)]
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2014: Concatenate<Four, Eight>: Four gives (2, 4), Eight gives (2, 8).
// They agree in all axes but axis 1: use Axis = 1, or change the blocks.
// mend: Write Axis = 1
public partial class Net;
