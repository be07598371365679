// Members are called after layers with a capital, so case alone does not tell two apart.
using ModelDsl;

[Model, Input(4)]
[Dense(3, Name = "hidden"), ReLU]
[Dense(1, Name = "Hidden")]
//               ^^^^^^^^
// MDSL1009: Dense: two layers are called "Hidden", so their weights could not be told apart.
// Give one of them another name, such as "Hidden2".
// mend: Use "Hidden2"
public partial class Net;
