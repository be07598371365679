using System.Globalization;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A function of the vectors, and what it should give.</summary>
internal interface IVectorFunction
{
    static abstract V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged;

    static abstract double Reference(double x);
}

internal static class VectorFunctions
{
    /// <summary>The function at all points, with vectors of type <typeparamref name="V"/>.</summary>
    internal static double[] Evaluate<TFunction, V, T>(double[] points)
        where TFunction : IVectorFunction
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        using PinnedBuffer<T> buffer = new(points.Select(From<T>).ToArray());
        for (int i = 0; i < points.Length; i += V.Count)
        {
            int count = Math.Min(V.Count, points.Length - i);
            V.Store(TFunction.Apply<V, T>(V.Load(buffer.Address + i, count)), buffer.Address + i, count);
        }

        return buffer.Span.ToArray().Select(To).ToArray();
    }

    /// <summary>The function at all points, by the name of each vector type.</summary>
    internal static IEnumerable<(string Width, double[] Results)> EvaluateAll<TFunction, T>(double[] points)
        where TFunction : IVectorFunction
        where T : unmanaged
    {
        yield return ("512", Evaluate<TFunction, Simd512<T>, T>(points));
        yield return ("256", Evaluate<TFunction, Simd256<T>, T>(points));
        yield return ("128", Evaluate<TFunction, Simd128<T>, T>(points));
        yield return ("scalar", Evaluate<TFunction, Scalar<T>, T>(points));
    }

    /// <summary>Asserts that no vector type is further than <paramref name="bound"/> units in the last place from the reference.</summary>
    internal static void AssertWithin<TFunction, T>(double bound, double[] points)
        where TFunction : IVectorFunction
        where T : unmanaged
    {
        double[] rounded = points.Select(x => To(From<T>(x))).ToArray();
        foreach ((string width, double[] results) in EvaluateAll<TFunction, T>(rounded))
        {
            for (int i = 0; i < rounded.Length; i++)
            {
                double expected = TFunction.Reference(rounded[i]);
                double error = Math.Abs(results[i] - expected) / Ulp<T>(expected);
                bool same = results[i] == To(From<T>(expected));
                Assert.True(same || error <= bound, string.Create(CultureInfo.InvariantCulture, $"{typeof(TFunction).Name}<{typeof(T).Name}, {width}>({rounded[i]:R}) = {results[i]:R}, {error} ulp from {expected:R}"));
            }
        }
    }

    /// <summary>Evenly spaced points, and points towards zero in powers of two, of both signs if the range has both.</summary>
    internal static double[] Points(double from, double to) =>
    [
        .. Enumerable.Range(0, 6007).Select(i => from + ((to - from) * i / 6006)),
        .. Enumerable.Range(0, 140).SelectMany(i => new[] { Math.ScaleB(1.37, -i), Math.ScaleB(-1.37, -i) }).Where(x => x >= from && x <= to),
    ];

    internal static T From<T>(double value) => typeof(T) == typeof(float) ? (T)(object)(float)value : (T)(object)value;

    internal static double To<T>(T value) => typeof(T) == typeof(float) ? (float)(object)value! : (double)(object)value!;

    private static double Ulp<T>(double value)
    {
        double magnitude = Math.Abs(value);
        return typeof(T) == typeof(float) ? MathF.BitIncrement((float)magnitude) - (double)(float)magnitude : Math.BitIncrement(magnitude) - magnitude;
    }
}

internal sealed class Exp : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Exp(x);

    public static double Reference(double x) => Math.Exp(x);
}

internal sealed class Log : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log(x);

    public static double Reference(double x) => Math.Log(x);
}

internal sealed class Log1P : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Log1P(x);

    public static double Reference(double x) => x is > -0.5 and < 1 ? 2 * Math.Atanh(x / (2 + x)) : Math.Log(1 + x);
}

internal sealed class Tanh : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Tanh(x);

    public static double Reference(double x) => Math.Tanh(x);
}

internal sealed class Sigmoid : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Sigmoid(x);

    public static double Reference(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));
}

internal sealed class Softplus : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.Softplus(x);

    public static double Reference(double x) => Math.Max(x, 0) + Log1P.Reference(Math.Exp(-Math.Abs(x)));
}

internal sealed class NormalCdf : IVectorFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged => V.NormalCdf(x);

    /// <summary>The double-precision function, which a test of its own compares with constants.</summary>
    public static double Reference(double x) => Scalar<double>.NormalCdf(new Scalar<double>(x)).Lane;
}
