// Two layers with one name.
using ModelDsl;

[Model, Input(4)]
[Dense(3, Name = "hidden"), ReLU]
[Dense(1, Name = "hidden")]
//               ^^^^^^^^
// MDSL1009: Dense: two layers are called "hidden", so their weights could not be told apart.
// Give one of them another name, such as "hidden2".
// mend: Use "hidden2"
public partial class Net;
