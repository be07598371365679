// The width that a block gets is that of what stands before it.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(3, Causal = true)]
public class SelfAttention;

[Model, Input(6, 8), Residual<SelfAttention>, LastStep, Dense(1)]
//                   ^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2010: MultiHeadAttention: 3 heads do not divide the width 8 of its input (6, 8).
// Use 1, 2, 4 or 8.
// It is in SelfAttention.
// mend: Use 4 in SelfAttention
public partial class Net;
