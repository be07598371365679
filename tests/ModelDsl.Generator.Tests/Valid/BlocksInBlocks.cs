// Repetitions within a sum within a repetition.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Block, Repeat<Unit>(2), Dense(Width.Same)]
public class Deep;

[Block, Residual<Deep>, LayerNorm]
public class Deeper;

[Model, Input(4), Repeat<Deeper>(3), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
