namespace ModelDsl;

/// <summary>Adam (Kingma and Ba 2015, "Adam: a method for stochastic optimization", algorithm 1), in the form of <c>torch.optim.Adam</c>.</summary>
/// <remarks>
/// g ← g + weightDecay · p; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
/// p ← p − rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε). Weight decay is an L2 penalty here: it goes through the moments.
/// <see cref="AdamW"/> keeps it apart.
/// </remarks>
public sealed class Adam : Optimizer
{
    /// <summary>Adam at a constant learning rate.</summary>
    /// <param name="learningRate">The learning rate, above 0. Default 0.001.</param>
    /// <param name="beta1">The decay of the mean of the gradients, in [0, 1). Default 0.9.</param>
    /// <param name="beta2">The decay of the mean of their squares, in [0, 1). Default 0.999.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : this(new ConstantSchedule(Option.Positive(learningRate)), beta1, beta2, epsilon, weightDecay)
    {
    }

    /// <summary>Adam at a learning rate that follows a schedule.</summary>
    /// <param name="learningRate">The schedule of the learning rate.</param>
    /// <param name="beta1">The decay of the mean of the gradients, in [0, 1). Default 0.9.</param>
    /// <param name="beta2">The decay of the mean of their squares, in [0, 1). Default 0.999.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Adam(Schedule learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        Beta1 = Option.Fraction(beta1);
        Beta2 = Option.Fraction(beta2);
        Epsilon = Option.Positive(epsilon);
    }

    /// <summary>The decay of the mean of the gradients.</summary>
    public double Beta1 { get; }

    /// <summary>The decay of the mean of the squared gradients.</summary>
    public double Beta2 { get; }

    /// <summary>What keeps the denominator from zero.</summary>
    public double Epsilon { get; }

    internal override OptimizerState<T> CreateState<T>(int parameterCount) =>
        new AdamState<T>(Beta1, Beta2, Epsilon, WeightDecay, isDecoupled: false, parameterCount);
}
