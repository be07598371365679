namespace ModelDsl.Kernels;

/// <summary>The element-wise half of a recurrent cell: what happens to a unit once its recurrent sums are known.</summary>
internal interface IRecurrentCell<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The gates of a unit.</summary>
    static abstract int Gates { get; }

    /// <summary>Whether the gradient of the state also passes beside the recurrent product; <see cref="Gradient"/> then leaves that share in <see cref="RecurrenceGradientPlace{T}.State"/>.</summary>
    static abstract bool Bypasses { get; }

    /// <summary>Replaces the sums of gates by the gates' values, for all units.</summary>
    static abstract void Activate(in RecurrencePlace<T> at);

    /// <summary>The rest of a step for the units of a row that make whole vectors, or for those that are left.</summary>
    static abstract void Forward<TSpan>(in RecurrencePlace<T> at)
        where TSpan : struct, IUnitSpan;

    /// <summary>The gradient of a step for the units of a row that make whole vectors, or for those that are left.</summary>
    static abstract void Gradient<TSpan>(in RecurrenceGradientPlace<T> at)
        where TSpan : struct, IUnitSpan;
}

/// <summary>
/// Where one example's values of a step lie. Bias and states are working memory in whole vectors, and so may sums be read, though a gate's may be
/// followed by the next gate's at once; the others end with the last unit.
/// </summary>
internal struct RecurrencePlace<T>
    where T : unmanaged
{
    /// <summary>The number of units: the distance of the gates and of the kept values.</summary>
    internal nint Units;

    /// <summary>The gates' share from the layer's input.</summary>
    internal Address<T> Gates;

    /// <summary>The products of the state with the recurrent weights.</summary>
    internal Address<T> Sums;

    /// <summary>From the sums of one gate to those of the next.</summary>
    internal nint SumStep;

    /// <summary>The bias of the recurrent sums.</summary>
    internal Address<T> Bias;

    /// <summary>From the bias of one gate to that of the next.</summary>
    internal nint BiasStep;

    /// <summary>The hidden state, which is replaced.</summary>
    internal Address<T> Hidden;

    /// <summary>The memory of an LSTM, which is replaced.</summary>
    internal Address<T> Memory;

    /// <summary>The output of the step.</summary>
    internal Address<T> Output;

    /// <summary>What the gradient will need.</summary>
    internal Address<T> Kept;

    /// <summary>Whether the gradient will need anything.</summary>
    internal bool Keeps;
}

/// <summary>Where one example's values of a step lie for the gradient. The gradients of the states and of the sums are working memory, in whole vectors.</summary>
internal struct RecurrenceGradientPlace<T>
    where T : unmanaged
{
    /// <summary>The number of units: the distance of the gates and of the kept values.</summary>
    internal nint Units;

    /// <summary>The gradient of the output.</summary>
    internal Address<T> OutputGradient;

    /// <summary>The output.</summary>
    internal Address<T> Output;

    /// <summary>The output of the step before, or nowhere at the first step.</summary>
    internal Address<T> PreviousOutput;

    /// <summary>What the forward pass has kept.</summary>
    internal Address<T> Kept;

    /// <summary>What the forward pass has kept of the step before, or nowhere at the first step.</summary>
    internal Address<T> PreviousKept;

    /// <summary>The gradient of the gates' share from the layer's input.</summary>
    internal Address<T> GateGradient;

    /// <summary>The gradient of the recurrent sums, for cells where it is another.</summary>
    internal Address<T> RecurrentGradient;

    /// <summary>A copy of the gradient of the recurrent sums, for the product with the weights.</summary>
    internal Address<T> Sums;

    /// <summary>From one gate to the next in <see cref="Sums"/>.</summary>
    internal nint SumStep;

    /// <summary>The gradient of the hidden state that comes from the step after.</summary>
    internal Address<T> State;

    /// <summary>The gradient of the memory of an LSTM that comes from the step after; it is replaced.</summary>
    internal Address<T> Memory;
}
