namespace ModelDsl;

/// <summary>
/// Gated recurrent unit (Cho et al. 2014, in the form of cuDNN and PyTorch), (length, features) to (length, units): all states h' = (1 − z)·n + z·h, where r = σ(x·Wr + br + h·Ur + dr),
/// z = σ(x·Wz + bz + h·Uz + dz) and n = tanh(x·Wn + bn + r·(h·Un + dn)).
/// Weight files hold what <c>torch.nn.GRU</c> does: <c>weight_ih_l0</c> [3·units, features], <c>weight_hh_l0</c> [3·units, units], <c>bias_ih_l0</c> and <c>bias_hh_l0</c>
/// [3·units], r, z and n one behind the other. The state is 0 before the first step.
/// </summary>
/// <param name="units">The number of units, at least 1, or one of <see cref="Width"/>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GRUAttribute(int units) : LayerAttribute
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
