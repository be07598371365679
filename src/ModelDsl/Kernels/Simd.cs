using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelDsl.Kernels;

/// <summary>A piece of work that is written once for every vector width.</summary>
internal interface ISimdWork<T>
    where T : unmanaged
{
    /// <summary>Does the work with vectors of type <typeparamref name="V"/>.</summary>
    void Run<V>()
        where V : struct, ISimd<V, T>;
}

/// <summary>Picks the widest vector that the machine accelerates. The questions are constants to the JIT, so one branch remains.</summary>
internal static class Simd
{
    /// <summary>
    /// How the JIT treats a kernel's loop: optimised at its first call, as vectors in unoptimised code are a hundred times slower and a short
    /// training would be over before the tiers are climbed; and in a method of its own, for the registers.
    /// </summary>
    internal const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>The number of lanes of the vectors that <see cref="Run"/> picks.</summary>
    internal static int Count<T>()
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Vector512<T>.Count;
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return Vector256<T>.Count;
        }

        return Vector128.IsHardwareAccelerated ? Vector128<T>.Count : 1;
    }

    /// <summary>
    /// Runs <paramref name="work"/>, whose rows are <paramref name="columns"/> long, with the widest accelerated vectors that a row fills: loads and
    /// stores of a part of a vector cost more than a narrower one.
    /// </summary>
    internal static void RunRows<T, TWork>(in TWork work, nint columns)
        where T : unmanaged
        where TWork : struct, ISimdWork<T>
    {
        if (Vector512.IsHardwareAccelerated && columns >= Vector512<T>.Count)
        {
            work.Run<Simd512<T>>();
        }
        else if (Vector256.IsHardwareAccelerated && columns >= Vector256<T>.Count)
        {
            work.Run<Simd256<T>>();
        }
        else if (Vector128.IsHardwareAccelerated && columns > 1)
        {
            work.Run<Simd128<T>>();
        }
        else
        {
            work.Run<Scalar<T>>();
        }
    }

    /// <summary>Runs <paramref name="work"/> with the widest accelerated vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<T, TWork>(in TWork work)
        where T : unmanaged
        where TWork : struct, ISimdWork<T>, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            work.Run<Simd512<T>>();
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            work.Run<Simd256<T>>();
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            work.Run<Simd128<T>>();
        }
        else
        {
            work.Run<Scalar<T>>();
        }
    }
}

/// <summary>The lanes of a vector that lies in memory.</summary>
internal static unsafe class Lane
{
    /// <summary>Copies the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy<T>(T* source, T* destination, int count)
        where T : unmanaged
    {
        for (int i = 0; i < count; i++)
        {
            destination[i] = source[i];
        }
    }
}
