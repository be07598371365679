namespace ModelDsl.Benchmarks.Models;

/// <summary>Each position asks itself and those before it.</summary>
[Block, LayerNorm, MultiHeadAttention(6, Causal = true)]
public sealed class LargeSelfAttention;

/// <summary>Two layers of each position by itself.</summary>
[Block, LayerNorm, Dense(Width.FourTimes), GELU, Dense(384)]
public sealed class LargeFeedForward;

/// <inheritdoc cref="LargeGpt"/>
[Block, Residual<LargeSelfAttention>, Residual<LargeFeedForward>]
public sealed class LargeTransformerBlock;

/// <summary>The same kind, larger.</summary>
[Model, TokenInput(256), Embedding(65, 384), PositionalEmbedding, Repeat<LargeTransformerBlock>(6), LayerNorm, Dense(65, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class LargeGpt;

/// <summary>The same, a turn at a time: a block repeated once is no loop.</summary>
[Model, TokenInput(256), Embedding(65, 384), PositionalEmbedding]
[Repeat<LargeTransformerBlock>(1), Repeat<LargeTransformerBlock>(1), Repeat<LargeTransformerBlock>(1)]
[Repeat<LargeTransformerBlock>(1), Repeat<LargeTransformerBlock>(1), Repeat<LargeTransformerBlock>(1)]
[LayerNorm, Dense(65, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class LargeGptUnrolled;

/// <inheritdoc cref="LargeGpt"/>
internal sealed class LargeGptReference : IReferenceModel
{
    public string Name => "gpt-256";

    public int BatchSize => 4;

    public string Description => "256 of 65 tokens, 6 layers of width 384, 6 heads, AdamW";

    public Model<float> Create() => new LargeGpt(seed: 1);

    public Model<float> CreateUnrolled() => new LargeGptUnrolled(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => random.Next(65);
}
