// Towers are what a model starts with.
using ModelDsl;

[Block, Input(4), Dense(4), Tanh]
public class Tower;

[Model, Input(5), Dense(4), Tanh, Add<Tower, Identity>, Dense(1)]
//                                ^^^^^^^^^^^^^^^^^^^^
// MDSL2016: Tower starts with an input, but only blocks where the model itself has no input may.
// Remove its Input: it gets the shape of what stands before it.
// mend: Remove Input in Tower
public partial class Net;
