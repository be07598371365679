namespace ModelDsl;

/// <summary>
/// Attention of the positions of a sequence to each other (Vaswani et al. 2017, section 3.2): softmax(q·kᵀ / √d)·v of each head, where q, k and v are products of the
/// input with weights, and a product of all heads with weights at the end; the shape (length, width) stays. Weight files hold what
/// <c>torch.nn.MultiheadAttention</c> does: <c>in_proj_weight</c> [q + k + v, width], <c>in_proj_bias</c>, <c>out_proj.weight</c> [width, width] and <c>out_proj.bias</c>.
/// </summary>
/// <param name="heads">The number of heads; a divisor of the width.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiHeadAttentionAttribute(int heads) : LayerAttribute
{
    /// <summary>The number of heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>The number of heads of keys and values, a divisor of <see cref="Heads"/>, each of which serves as many of the queries' (Ainslie et al. 2023); 1 is multi-query attention (Shazeer 2019); 0, the default, as many as there are heads.</summary>
    public int KeyHeads { get; set; }

    /// <summary>Whether a position attends only to itself and to those before it; false by default.</summary>
    public bool Causal { get; set; }

    /// <summary>The probability of a weight of the attention to be dropped in training, in [0, 1); 0 by default.</summary>
    public double Dropout { get; set; }

    /// <summary>Whether pairs of features (i and i + d/2 of a head) of queries and keys are turned by angles that grow with the position (Su et al. 2021); false by default.</summary>
    public bool Rotary { get; set; }

    /// <summary>The base of the angles of <see cref="Rotary"/>, above 0; 10000 by default.</summary>
    public double RotaryBase { get; set; } = 10000;

    /// <summary>Whether the distance to a key, times 2^(−8h/heads) for head h = 1, 2, …, counts against it (ALiBi; Press et al. 2022); false by default.</summary>
    public bool LinearBias { get; set; }

    /// <summary>Whether biases are added to the products; true by default.</summary>
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
