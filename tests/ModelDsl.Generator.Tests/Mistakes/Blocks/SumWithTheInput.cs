// The same, beside the input itself.
using ModelDsl;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(3, 4), Add<Identity, Eight>, Flatten, Dense(1)]
//                   ^^^^^^^^^^^^^^^^^^^^
// MDSL2014: Add<Identity, Eight>: Identity gives (3, 4), Eight gives (3, 8).
// What is added has one shape: change the blocks until all give the same.
public partial class Net;
