namespace ModelDsl.Benchmarks.Models;

/// <summary>Each position asks itself and those before it.</summary>
[Block, LayerNorm, MultiHeadAttention(4, Causal = true)]
public sealed class SelfAttention;

/// <summary>Two layers of each position by itself.</summary>
[Block, LayerNorm, Dense(Width.FourTimes), GELU, Dense(128)]
public sealed class FeedForward;

/// <inheritdoc cref="Gpt"/>
[Block, Residual<SelfAttention>, Residual<FeedForward>]
public sealed class TransformerBlock;

/// <summary>A small decoder of the GPT kind (Radford et al. 2019).</summary>
[Model, TokenInput(64), Embedding(65, 128), PositionalEmbedding, Repeat<TransformerBlock>(4), LayerNorm, Dense(65, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class Gpt;

/// <summary>The same, a turn at a time: a block repeated once is no loop.</summary>
[Model, TokenInput(64), Embedding(65, 128), PositionalEmbedding]
[Repeat<TransformerBlock>(1), Repeat<TransformerBlock>(1), Repeat<TransformerBlock>(1), Repeat<TransformerBlock>(1)]
[LayerNorm, Dense(65, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class GptUnrolled;

/// <inheritdoc cref="Gpt"/>
internal sealed class GptReference : IReferenceModel
{
    public string Name => "gpt";

    public int BatchSize => 12;

    public string Description => "64 of 65 tokens, 4 layers of width 128, 4 heads, AdamW";

    public Model<float> Create() => new Gpt(seed: 1);

    public Model<float> CreateUnrolled() => new GptUnrolled(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => random.Next(65);
}
