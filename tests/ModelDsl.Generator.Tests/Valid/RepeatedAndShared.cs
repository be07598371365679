// Repetitions with parameters for each turn, and with the same for all.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Block, Dense(4), Tanh]
public class Four;

[Model, Input(4), Residual<Unit>, Residual<Four>, Repeat<Unit>(3), Repeat<Unit>(2, SharedWeights = true), Add<Four, Identity>]
public partial class Net;
