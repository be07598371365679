// A name that another layer has by its kind and number.
using ModelDsl;

[Model, Input(4)]
[Dense(3, Name = "dense2"), ReLU]
//               ^^^^^^^^
// MDSL1009: Dense: two layers are called "dense2", so their weights could not be told apart.
// Give one of them another name, or none.
// mend: Remove Name
[Dense(1)]
public partial class Net;
