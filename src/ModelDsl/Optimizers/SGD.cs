namespace ModelDsl;

/// <summary>
/// Stochastic gradient descent, with momentum and Nesterov's variant of it (Sutskever et al. 2013, "On the importance of initialization and
/// momentum in deep learning", in the form of <c>torch.optim.SGD</c> without dampening).
/// </summary>
/// <remarks>
/// g ← g + weightDecay · p; buf ← momentum · buf + g, beginning with buf = g; p ← p − rate · buf, or with Nesterov
/// p ← p − rate · (g + momentum · buf). Without momentum p ← p − rate · g.
/// </remarks>
public sealed class SGD : Optimizer
{
    /// <summary>Gradient descent at a constant learning rate.</summary>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="momentum">The share of the last step's direction that is kept, in [0, 1). Default 0: none.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum. Default false.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public SGD(double learningRate, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : this(new ConstantSchedule(Option.Positive(learningRate)), momentum, nesterov, weightDecay)
    {
    }

    /// <summary>Gradient descent at a learning rate that follows a schedule.</summary>
    /// <param name="learningRate">The schedule of the learning rate.</param>
    /// <param name="momentum">The share of the last step's direction that is kept, in [0, 1). Default 0: none.</param>
    /// <param name="nesterov">Whether to look ahead along the momentum. Default false.</param>
    /// <param name="weightDecay">The strength of the L2 penalty on matrices, at least 0. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="nesterov"/> without momentum.</exception>
    public SGD(Schedule learningRate, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
        Momentum = Option.Fraction(momentum);
        Nesterov = nesterov;
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException("Nesterov's variant needs a momentum above 0.", nameof(nesterov));
        }
    }

    /// <summary>The share of the last step's direction that is kept.</summary>
    public double Momentum { get; }

    /// <summary>Whether to look ahead along the momentum.</summary>
    public bool Nesterov { get; }

    internal override OptimizerState<T> CreateState<T>(int parameterCount) => new SGDState<T>(this, parameterCount);
}
