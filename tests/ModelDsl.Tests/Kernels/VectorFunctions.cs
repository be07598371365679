using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A function of the vectors.</summary>
internal interface IVectorFunction
{
    static abstract V Apply<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged;
}

/// <summary>A function of the vectors, and what it should give: quickly in double precision, and to many more digits than these have.</summary>
internal interface IElementaryFunction : IVectorFunction
{
    static abstract double Reference(double x);

    static abstract Precise Reference(Precise x);
}

internal static class VectorFunctions
{
    /// <summary>The function at all points, with vectors of type <typeparamref name="V"/>.</summary>
    internal static T[] Evaluate<TFunction, V, T>(T[] points)
        where TFunction : IVectorFunction
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        using PinnedBuffer<T> buffer = new(points);
        Run<TFunction, V, T>(buffer.Address, points.Length);
        return buffer.Span.ToArray();
    }

    /// <summary>The function at all points, by the name of each vector type.</summary>
    internal static IEnumerable<(string Width, T[] Results)> EvaluateAll<TFunction, T>(T[] points)
        where TFunction : IVectorFunction
        where T : unmanaged
    {
        yield return ("512", Evaluate<TFunction, Simd512<T>, T>(points));
        yield return ("256", Evaluate<TFunction, Simd256<T>, T>(points));
        yield return ("128", Evaluate<TFunction, Simd128<T>, T>(points));
        yield return ("scalar", Evaluate<TFunction, Scalar<T>, T>(points));
    }

    /// <summary>The function at all points, rounded to the element type, by the name of each vector type.</summary>
    internal static IEnumerable<(string Width, double[] Results)> EvaluateAll<TFunction, T>(double[] points)
        where TFunction : IVectorFunction
        where T : unmanaged =>
        EvaluateAll<TFunction, T>([.. points.Select(From<T>)]).Select(all => (all.Width, all.Results.Select(To).ToArray()));

    internal static T From<T>(double value) => typeof(T) == typeof(float) ? (T)(object)(float)value : (T)(object)value;

    internal static double To<T>(T value) => typeof(T) == typeof(float) ? (float)(object)value! : (double)(object)value!;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TFunction, V, T>(Address<T> points, int length)
        where TFunction : IVectorFunction
        where V : struct, ISimd<V, T>
        where T : unmanaged
    {
        for (int i = 0; i < length; i += V.Count)
        {
            int count = Math.Min(V.Count, length - i);
            V.Store(TFunction.Apply<V, T>(V.Load(points + i, count)), points + i, count);
        }
    }
}
