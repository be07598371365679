namespace ModelDsl.Kernels;

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
