// A dot separates the names of a path, so no name has one.
using ModelDsl;

[Model, Input(4), Dense(1, Name = "head.price")]
//                                ^^^^^^^^^^^^
// MDSL2007: Dense: "head.price" is no name for a layer.
// Use letters, digits and _, starting with a letter, such as "head_price".
// mend: Use "head_price"
public partial class Net;
