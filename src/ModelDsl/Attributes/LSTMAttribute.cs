namespace ModelDsl;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000), (length, features) to (length, units): all states h' = σ(o)·tanh(c'),
/// c' = σ(f)·c + σ(i)·tanh(g), where i, f, g and o are x·W + b + h·U + d.
/// Weight files hold what <c>torch.nn.LSTM</c> does: <c>weight_ih_l0</c> [4·units, features], <c>weight_hh_l0</c> [4·units, units], <c>bias_ih_l0</c> and <c>bias_hh_l0</c>
/// [4·units], i, f, g and o one behind the other. The state is 0 before the first step.
/// </summary>
/// <param name="units">The number of units, at least 1, or one of <see cref="Width"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LSTMAttribute(int units) : LayerAttribute
{
    /// <summary>The number of units.</summary>
    public int Units { get; } = units;

    /// <summary>Whether biases are added, one to each of the two products; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start; <see cref="Initializer.GlorotUniform"/> by default.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>The value of the weights under <see cref="Initializer.Constant"/>, their deviation under <see cref="Initializer.Normal"/>; 0 by default.</summary>
    public double InitialValue { get; set; }

    /// <summary>How the biases start; <see cref="Initializer.Zeros"/> by default.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The value of the biases under <see cref="Initializer.Constant"/>, their deviation under <see cref="Initializer.Normal"/>; 0 by default.</summary>
    public double BiasValue { get; set; }
}
