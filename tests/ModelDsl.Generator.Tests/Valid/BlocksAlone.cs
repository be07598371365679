// Blocks that no model uses yet.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Block, Residual<Unit>, ReLU]
public class Outer;
