using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

internal sealed class Exp : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Exp(x);

    public static double Reference(double x) => Math.Exp(x);

    public static Precise Reference(Precise x) => Precise.Exp(x);
}

internal sealed class Log : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log(x);

    public static double Reference(double x) => Math.Log(x);

    public static Precise Reference(Precise x) => Precise.Log(x);
}

internal sealed class Log1P : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log1P(x);

    public static double Reference(double x) => Math.Abs(x) < 0.5 ? 2 * Math.Atanh(x / (2 + x)) : x < 1e9 ? Math.Log(1 + x) : Math.Log(x);

    public static Precise Reference(Precise x) => Precise.Log1P(x);
}

internal sealed class Tanh : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Tanh(x);

    public static double Reference(double x) => Math.Tanh(x);

    public static Precise Reference(Precise x) => Precise.Tanh(x);
}

internal sealed class Sigmoid : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Sigmoid(x);

    public static double Reference(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    public static Precise Reference(Precise x) => Precise.Sigmoid(x);
}

internal sealed class Softplus : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Softplus(x);

    public static double Reference(double x) => Math.Max(x, 0) + Log1P.Reference(Math.Exp(-Math.Abs(x)));

    public static Precise Reference(Precise x) => Precise.Softplus(x);
}

internal sealed class NormalCdf : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalCdf(x);

    /// <summary>The function in double precision, which a test of its own compares with a better one.</summary>
    public static double Reference(double x) => Scalar<double>.NormalCdf(new Scalar<double>(x)).Lane;

    public static Precise Reference(Precise x) => Precise.NormalCdf(x);
}

internal sealed class NormalPdf : IElementaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalPdf(x);

    public static double Reference(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    public static Precise Reference(Precise x) => Precise.NormalPdf(x);
}
