namespace ModelDsl.Benchmarks.Models;

/// <summary>A character model with one recurrent layer.</summary>
[Model, TokenInput(64), Embedding(65, 64), GRU(128), Dense(65), Softmax, CrossEntropyLoss]
public sealed partial class GruLanguageModel;

/// <inheritdoc cref="GruLanguageModel"/>
internal sealed class GruLanguageModelReference : IReferenceModel
{
    public string Name => "gru";

    public int BatchSize => 32;

    public string Description => "64 of 65 tokens, embedding 64, GRU 128, dense 65 on every step, AdamW";

    public Model<float> Create() => new GruLanguageModel(seed: 1);

    public Optimizer CreateOptimizer() => new AdamW(1e-3);

    public float Feature(Random random) => random.Next(65);
}
