using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The elementary functions as methods of their own. The JIT inlines only so much into one method, and turns each operation of a vector beyond that into a
/// call; generated code that computes more functions in one loop than fit calls these, at the price of one call for each function.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutOfLine
{
    /// <inheritdoc cref="ISimd{TSelf, T}.Exp(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Exp<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Exp(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.Log(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Log<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.Log1P(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Log1P<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log1P(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.Tanh(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Tanh<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Tanh(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.Sigmoid(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Sigmoid<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Sigmoid(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.Softplus(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V Softplus<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Softplus(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.NormalCdf(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V NormalCdf<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalCdf(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.NormalPdf(TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V NormalPdf<V, T>(V value)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalPdf(value);

    /// <inheritdoc cref="ISimd{TSelf, T}.NormalCdf(TSelf, out TSelf)"/>
    [MethodImpl(Simd.Loop)]
    public static V NormalCdf<V, T>(V value, out V density)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalCdf(value, out density);
}
