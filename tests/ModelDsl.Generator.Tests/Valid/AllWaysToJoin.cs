// Sums, products and joins along both axes.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Block, Dense(4), Tanh]
public class Four;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(6, 4), Add<Eight, Eight>, Multiply<Identity, Unit>, Concatenate<Four, Eight>, Concatenate<Four, Four>(Axis = 0), Dot<Eight, Eight>]
public partial class Net;
