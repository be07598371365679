namespace ModelDsl.Benchmarks.Models;

/// <summary>Logistic regression: so little arithmetic that only overhead is left to measure.</summary>
[Model, Input(30), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class LogisticRegression;

/// <inheritdoc cref="LogisticRegression"/>
internal sealed class LogisticRegressionReference : IReferenceModel
{
    /// <summary>The model's name.</summary>
    public const string ShortName = "logreg";

    public string Name => ShortName;

    public int BatchSize => 32;

    public string Description => "30-1, sigmoid, SGD";

    public Model<float> Create() => new LogisticRegression(seed: 1);

    public Optimizer CreateOptimizer() => new SGD(0.01);

    public float Feature(Random random) => Noise.Normal(random);
}
