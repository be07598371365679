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

    /// <summary>A step for the units of a row that make whole vectors, or for those that are left.</summary>
    static abstract void Forward<TSpan>(in RecurrencePlace<T> at)
        where TSpan : struct, IUnitSpan;

    /// <summary>The gradient of a step for the units of a row that make whole vectors, or for those that are left.</summary>
    static abstract void Gradient<TSpan>(in RecurrenceGradientPlace<T> at)
        where TSpan : struct, IUnitSpan;
}
