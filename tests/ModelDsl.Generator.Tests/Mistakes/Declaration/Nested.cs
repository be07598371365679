// A model within another class.
using ModelDsl;

public partial class Outer
{
    [Model, Input(4), Dense(1)]
    public partial class Net;
//                       ^^^
// MDSL1002: Net is nested in Outer.
// Move it out: a model is a class of a namespace.
}
