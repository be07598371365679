namespace ModelDsl;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2), in the form of <c>torch.optim.AdamW</c>.</summary>
/// <remarks>
/// p ← p − rate · weightDecay · p; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
/// p ← p − rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
/// </remarks>
public sealed class AdamW : Optimizer
{
    /// <summary>AdamW at a constant learning rate.</summary>
    /// <param name="learningRate">The learning rate, above 0. Default 0.001.</param>
    /// <param name="beta1">The decay of the mean of the gradients, in [0, 1). Default 0.9.</param>
    /// <param name="beta2">The decay of the mean of their squares, in [0, 1). Default 0.999.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="weightDecay">The strength of the decay of matrices, at least 0. Default 0.01.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AdamW(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01)
        : this(new ConstantSchedule(Option.Positive(learningRate)), beta1, beta2, epsilon, weightDecay)
    {
    }

    /// <summary>AdamW at a learning rate that follows a schedule.</summary>
    /// <param name="learningRate">The schedule of the learning rate.</param>
    /// <param name="beta1">The decay of the mean of the gradients, in [0, 1). Default 0.9.</param>
    /// <param name="beta2">The decay of the mean of their squares, in [0, 1). Default 0.999.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="weightDecay">The strength of the decay of matrices, at least 0. Default 0.01.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AdamW(Schedule learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01)
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
        new AdamState<T>(Beta1, Beta2, Epsilon, WeightDecay, isDecoupled: true, parameterCount);
}
