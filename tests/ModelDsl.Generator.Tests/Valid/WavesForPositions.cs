// Positions as sines and cosines.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true)]
public class Attention;

[Model, TokenInput(8), Embedding(11, 8), SinusoidalPositions, Residual<Attention>, LastStep, Dense(3), Softmax, CrossEntropyLoss]
public partial class Net;
