namespace ModelDsl.Kernels;

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
