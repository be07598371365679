// A block that changes the shape may be repeated once.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Model, Input(5), Repeat<Four>(1)]
public partial class Net;
