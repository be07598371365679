using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>One row times a strip of columns, whose sums stay in registers while the whole inner dimension passes by. The sum of each column runs through it in order.</summary>
internal static unsafe class RowStrip<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>c = a·b, or c += a·b.</summary>
    /// <typeparam name="TVectors">The vectors of a strip, 8 or 16.</typeparam>
    /// <param name="a">The first element of the row.</param>
    /// <param name="step">From one element of the row to the next.</param>
    /// <param name="b">The first row of the strip.</param>
    /// <param name="stride">From one row of the strip to the next.</param>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="c">The sums, in whole vectors.</param>
    /// <param name="accumulate">Whether they are added to what is there.</param>
    internal static void Multiply<TVectors>(T* a, nint step, T* b, nint stride, nint inner, T* c, bool accumulate)
        where TVectors : struct, ISize => Registers.Run<T, V, Work<TVectors>>(new Work<TVectors>(a, step, b, stride, inner, c, accumulate));

    private readonly struct Work<TVectors>(T* a, nint step, T* b, nint stride, nint inner, T* c, bool accumulate) : IRegisterWork<T>
        where TVectors : struct, ISize
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TOperations, TRegister>()
            where TOperations : struct, IRegister<TRegister, T>
            where TRegister : struct => Strip<T, TOperations, TRegister, TVectors>.Multiply(a, step, b, stride, inner, c, accumulate);
    }
}

/// <summary>The loop of a strip for one kind of vector.</summary>
internal static unsafe class Strip<T, TOperations, TRegister, TVectors>
    where T : unmanaged
    where TOperations : struct, IRegister<TRegister, T>
    where TRegister : struct
    where TVectors : struct, ISize
{
    [MethodImpl(Simd.Loop)]
    internal static void Multiply(T* a, nint step, T* b, nint stride, nint inner, T* c, bool accumulate)
    {
        TRegister c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        TRegister c8 = default, c9 = default, c10 = default, c11 = default, c12 = default, c13 = default, c14 = default, c15 = default;
        for (; inner > 0; inner--, a += step, b += stride)
        {
            TRegister x = TOperations.Splat(*a);
            c0 = TOperations.MultiplyAdd(x, TOperations.Load(b), c0);
            c1 = TOperations.MultiplyAdd(x, TOperations.Load(b + TOperations.Count), c1);
            c2 = TOperations.MultiplyAdd(x, TOperations.Load(b + (2 * TOperations.Count)), c2);
            c3 = TOperations.MultiplyAdd(x, TOperations.Load(b + (3 * TOperations.Count)), c3);
            c4 = TOperations.MultiplyAdd(x, TOperations.Load(b + (4 * TOperations.Count)), c4);
            c5 = TOperations.MultiplyAdd(x, TOperations.Load(b + (5 * TOperations.Count)), c5);
            c6 = TOperations.MultiplyAdd(x, TOperations.Load(b + (6 * TOperations.Count)), c6);
            c7 = TOperations.MultiplyAdd(x, TOperations.Load(b + (7 * TOperations.Count)), c7);
            if (TVectors.Value > 8)
            {
                c8 = TOperations.MultiplyAdd(x, TOperations.Load(b + (8 * TOperations.Count)), c8);
                c9 = TOperations.MultiplyAdd(x, TOperations.Load(b + (9 * TOperations.Count)), c9);
                c10 = TOperations.MultiplyAdd(x, TOperations.Load(b + (10 * TOperations.Count)), c10);
                c11 = TOperations.MultiplyAdd(x, TOperations.Load(b + (11 * TOperations.Count)), c11);
                c12 = TOperations.MultiplyAdd(x, TOperations.Load(b + (12 * TOperations.Count)), c12);
                c13 = TOperations.MultiplyAdd(x, TOperations.Load(b + (13 * TOperations.Count)), c13);
                c14 = TOperations.MultiplyAdd(x, TOperations.Load(b + (14 * TOperations.Count)), c14);
                c15 = TOperations.MultiplyAdd(x, TOperations.Load(b + (15 * TOperations.Count)), c15);
            }
        }

        Store(c0, c, accumulate);
        Store(c1, c + TOperations.Count, accumulate);
        Store(c2, c + (2 * TOperations.Count), accumulate);
        Store(c3, c + (3 * TOperations.Count), accumulate);
        Store(c4, c + (4 * TOperations.Count), accumulate);
        Store(c5, c + (5 * TOperations.Count), accumulate);
        Store(c6, c + (6 * TOperations.Count), accumulate);
        Store(c7, c + (7 * TOperations.Count), accumulate);
        if (TVectors.Value > 8)
        {
            Store(c8, c + (8 * TOperations.Count), accumulate);
            Store(c9, c + (9 * TOperations.Count), accumulate);
            Store(c10, c + (10 * TOperations.Count), accumulate);
            Store(c11, c + (11 * TOperations.Count), accumulate);
            Store(c12, c + (12 * TOperations.Count), accumulate);
            Store(c13, c + (13 * TOperations.Count), accumulate);
            Store(c14, c + (14 * TOperations.Count), accumulate);
            Store(c15, c + (15 * TOperations.Count), accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TRegister sum, T* c, bool accumulate) => TOperations.Store(accumulate ? TOperations.Add(TOperations.Load(c), sum) : sum, c);
}
