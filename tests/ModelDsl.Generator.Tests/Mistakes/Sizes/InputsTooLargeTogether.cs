// Two towers whose inputs fit one by one, but not together.
using ModelDsl;

[Block, Input(2000000000), Flatten]
public class Vast;

[Model, Dot<Vast, Vast>]
public partial class Net;
//                   ^^^
// MDSL2006: The inputs of one example have 4000000000 elements together, more than the 2147483647 that are possible.
// Use smaller sizes.
