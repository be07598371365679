// The name of a block begins the names of its weights.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Model, Input(4), Residual<Unit>(Name = "first unit")]
//                                      ^^^^^^^^^^^^
// MDSL2007: Residual: "first unit" is no name for a layer.
// Use letters, digits and _, starting with a letter, such as "first_unit".
// mend: Use "first_unit"
public partial class Net;
