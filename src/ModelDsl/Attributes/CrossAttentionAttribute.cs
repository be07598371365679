namespace ModelDsl;

/// <summary>
/// softmax(q·kᵀ / √d)·v with heads side by side (Vaswani et al. 2017, section 3.2.2) of two sequences: each step that one block gives attends to all steps that another gives.
/// The blocks are towers, or work on what stands before; the result has the steps and the width of the first: (queries, width). Weight files hold what
/// <c>torch.nn.MultiheadAttention</c> does: <c>in_proj_weight</c> [q + k + v, width] where both sequences have one width, else <c>q_proj_weight</c> [width, width],
/// <c>k_proj_weight</c> and <c>v_proj_weight</c> [width, width of the memory]; <c>in_proj_bias</c>, <c>out_proj.weight</c> [width, width] and <c>out_proj.bias</c>. Where the
/// memory has lengths, steps behind them are not attended to.
/// </summary>
/// <typeparam name="TQuery">The block that asks.</typeparam>
/// <typeparam name="TMemory">The block that is asked.</typeparam>
/// <param name="heads">The number of heads; a divisor of the width of what the first block gives.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CrossAttentionAttribute<TQuery, TMemory>(int heads) : CombinatorAttribute
    where TQuery : class
    where TMemory : class
{
    /// <summary>The number of heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>The number of heads of keys and values, a divisor of <see cref="Heads"/> (Ainslie et al. 2023); 0, the default, as many as there are heads.</summary>
    public int KeyHeads { get; set; }

    /// <summary>The probability of a weight of the attention to be dropped in training, in [0, 1); 0 by default.</summary>
    public double Dropout { get; set; }

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
