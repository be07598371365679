// Layers behind towers, and a name.
using ModelDsl;

[Block, Input(4), Dense(4)]
public class Tower;

[Block, Input(5), Dense(4)]
public class Other;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Model, Add<Tower, Other>, Residual<Unit>(Name = "last")]
public partial class Net;
