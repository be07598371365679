// Two uses of a block with one name.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Model, Input(4)]
[Residual<Unit>(Name = "unit"), Residual<Unit>(Name = "unit")]
//                                                    ^^^^^^
// MDSL1009: Residual: two layers are called "unit", so their weights could not be told apart.
// Give one of them another name, such as "unit2".
// mend: Use "unit2"
public partial class Net;
