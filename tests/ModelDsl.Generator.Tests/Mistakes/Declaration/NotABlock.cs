// A class without [Block] in a combinator.
using ModelDsl;

public class Plain;

[Model, Input(4), Residual<Plain>]
//                ^^^^^^^^^^^^^^^
// MDSL1012: Plain is no block, so it cannot stand in a combinator.
// Write [Block] and its layers on it.
public partial class Net;
