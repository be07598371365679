// An image as a sequence of patches.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(4)]
public class Attention;

[Block, LayerNorm, Dense(Width.FourTimes), GELU, Dense(32)]
public class FeedForward;

[Block, Residual<Attention>, Residual<FeedForward>]
public class Encoder;

[Model, Input(32, 32, 3)]
[Conv2D(32, 8, Stride = 8), Reshape(16, 32), PositionalEmbedding]
[Repeat<Encoder>(2), LayerNorm, GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
