// A gate beside what it lets through.
using ModelDsl;

[Block, Dense(Width.Same, BiasInitializer = Initializer.Constant, BiasValue = -1), Sigmoid]
public class Gate;

[Block, Dense(Width.Same), Tanh]
public class Way;

[Block, Multiply<Gate, Way>]
public class Gated;

[Model, Input(6), Residual<Gated>, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
