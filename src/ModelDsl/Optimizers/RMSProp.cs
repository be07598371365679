namespace ModelDsl;

/// <summary>
/// RMSProp (Tieleman and Hinton 2012, "Lecture 6.5: RMSProp"), with momentum and Graves' centring (2013, "Generating sequences with
/// recurrent neural networks", equations 38 to 41), in the form of <c>torch.optim.RMSprop</c>.
/// </summary>
/// <remarks>
/// g ← g + weightDecay · p; v ← α v + (1 − α) g²; d = √v + ε, or centred d = √(v − a²) + ε with a ← α a + (1 − α) g;
/// p ← p − rate · g / d, or with momentum buf ← momentum · buf + g / d and p ← p − rate · buf.
/// </remarks>
public sealed class RMSProp : Optimizer
{
    /// <summary>RMSProp at a constant learning rate.</summary>
    /// <param name="learningRate">The learning rate, above 0. Default 0.01.</param>
    /// <param name="alpha">The decay of the mean of the squared gradients, in [0, 1). Default 0.99.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="momentum">The share of the last step's direction that is kept, in [0, 1). Default 0: none.</param>
    /// <param name="centered">Whether to divide by the gradients' deviation from their mean instead of their size. Default false.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RMSProp(
        double learningRate = 1e-2, double alpha = 0.99, double epsilon = 1e-8, double momentum = 0, bool centered = false, double weightDecay = 0)
        : this(new ConstantSchedule(Option.Positive(learningRate)), alpha, epsilon, momentum, centered, weightDecay)
    {
    }

    /// <summary>RMSProp at a learning rate that follows a schedule.</summary>
    /// <param name="learningRate">The schedule of the learning rate.</param>
    /// <param name="alpha">The decay of the mean of the squared gradients, in [0, 1). Default 0.99.</param>
    /// <param name="epsilon">What keeps the denominator from zero, above 0. Default 1e-8.</param>
    /// <param name="momentum">The share of the last step's direction that is kept, in [0, 1). Default 0: none.</param>
    /// <param name="centered">Whether to divide by the gradients' deviation from their mean instead of their size. Default false.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RMSProp(
        Schedule learningRate, double alpha = 0.99, double epsilon = 1e-8, double momentum = 0, bool centered = false, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        Alpha = Option.Fraction(alpha);
        Epsilon = Option.Positive(epsilon);
        Momentum = Option.Fraction(momentum);
        Centered = centered;
    }

    /// <summary>The decay of the mean of the squared gradients.</summary>
    public double Alpha { get; }

    /// <summary>What keeps the denominator from zero.</summary>
    public double Epsilon { get; }

    /// <summary>The share of the last step's direction that is kept.</summary>
    public double Momentum { get; }

    /// <summary>Whether to divide by the gradients' deviation from their mean instead of their size.</summary>
    public bool Centered { get; }

    internal override OptimizerState<T> CreateState<T>(int parameterCount) => new RMSPropState<T>(this, parameterCount);
}
