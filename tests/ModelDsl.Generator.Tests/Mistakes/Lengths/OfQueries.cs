// A cross attention gives as many steps as its queries have.
using ModelDsl;

[Block, Input(3, 4, Lengths = true), Dense(4)]
public class Short;

[Block, Input(5, 4), Dense(4)]
public class Long;

[Model, CrossAttention<Short, Long>(2), Dense(2)]
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2020: CrossAttention<Short, Long>: the steps that Short gives have lengths, which those of the result would not have.
// Remove Lengths from its input.
public partial class Net;
