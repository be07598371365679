namespace ModelDsl.Kernels;

/// <summary>
/// What a register tile does with the machine's own vectors. <see cref="ISimd{TSelf, T}"/> wraps them in a struct, and the JIT gives the result of a multiply-add a register of its
/// own where it is a struct: every second sum of a tile would be moved back, which takes as much of the processor's front end as a multiply-add.
/// </summary>
/// <typeparam name="TRegister">The machine's vector, or a number.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
internal unsafe interface IRegister<TRegister, T>
    where TRegister : struct
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract TRegister Splat(T value);

    /// <summary>Reads all lanes.</summary>
    static abstract TRegister Load(T* source);

    /// <summary>Writes all lanes.</summary>
    static abstract void Store(TRegister value, T* destination);

    /// <summary>Sum, lane by lane.</summary>
    static abstract TRegister Add(TRegister left, TRegister right);

    /// <summary><paramref name="left"/> × <paramref name="right"/> + <paramref name="addend"/>, as <see cref="ISimd{TSelf, T}.FusedMultiplyAdd"/>.</summary>
    static abstract TRegister MultiplyAdd(TRegister left, TRegister right, TRegister addend);
}
