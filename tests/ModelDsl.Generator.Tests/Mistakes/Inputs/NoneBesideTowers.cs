// One of two towers has no input.
using ModelDsl;

[Block, Input(4), Dense(8), Tanh]
public class Tower;

[Block, Dense(8), Tanh]
public class Rootless;

[Model, Add<Tower, Rootless>, Dense(1)]
//      ^^^^^^^^^^^^^^^^^^^^
// MDSL2001: Add<Tower, Rootless>: some of its blocks start with an input, others do not.
// Start each of them with its input, or the model with one for all.
public partial class Net;
