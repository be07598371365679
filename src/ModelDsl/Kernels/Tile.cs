using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The register tile of the matrix product: a block of the result, <typeparamref name="TRows"/> rows by <typeparamref name="TVectors"/> (1 or 2)
/// vectors, that stays in registers while the whole inner dimension passes by. 12 × 2 accumulators, two vectors of the right operand and one of the
/// left fill 27 of the 32 registers that 512-bit vectors have; 6 × 2 fill 15 of 16. All else that makes a product fast only keeps this loop fed.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TOperations">What can be done with a vector.</typeparam>
/// <typeparam name="TRegister">The machine's vector.</typeparam>
/// <typeparam name="TRows">The number of rows, 1 to 12.</typeparam>
/// <typeparam name="TVectors">The number of vectors in a row, 1 or 2.</typeparam>
/// <typeparam name="TAhead">1 where the tile fetches what is needed later, 0 where it does not: then its innermost loop is not cut.</typeparam>
internal static unsafe class Tile<T, TOperations, TRegister, TRows, TVectors, TAhead>
    where T : unmanaged
    where TOperations : struct, IRegister<TRegister, T>
    where TRegister : struct
    where TRows : struct, ISize
    where TVectors : struct, ISize
    where TAhead : struct, ISize
{
    /// <summary>c = a × b, or c += a × b, tile after tile. The sum of each element runs through the inner dimension in order.</summary>
    /// <remarks>Compiled at once and fully: the loop is hot from its first call, and a first tier without inlining would be slower by hundreds.</remarks>
    [MethodImpl(Simd.Loop)]
    internal static void Multiply(in TileOperands<T> operands, T* c, nint stride, bool accumulate)
    {
        T* left = operands.Left, ahead = operands.Ahead.Start;
        nint one = operands.LeftRowStep, back = -one, three = 3 * one, stepBytes = operands.LeftColumnStep * sizeof(T), rightStep = operands.RightStep;
        nint tiles = operands.Tiles, toCome = operands.Ahead.Tiles;
        nint turn = TAhead.Value > 0 ? Math.Max(1, operands.Inner / TRows.Value) : operands.Inner;
        do
        {
            TRegister r0a = default, r0b = default;
            TRegister r1a = default, r1b = default;
            TRegister r2a = default, r2b = default;
            TRegister r3a = default, r3b = default;
            TRegister r4a = default, r4b = default;
            TRegister r5a = default, r5b = default;
            TRegister r6a = default, r6b = default;
            TRegister r7a = default, r7b = default;
            TRegister r8a = default, r8b = default;
            TRegister r9a = default, r9b = default;
            TRegister r10a = default, r10b = default;
            TRegister r11a = default, r11b = default;
            bool isLast = --toCome <= 0;
            T* right = operands.Right, next = isLast ? operands.Ahead.Next : c + (TRows.Value * stride), fetched = ahead;
            nint segment = 0, runs = isLast ? operands.Ahead.LastRuns : operands.Ahead.Runs;
            do
            {
                // From the third row, six are reached by one distance, its opposite and its threefold; the loop ends with its panel. Each instruction
                // that is neither a multiply-add nor a load was seen to cost time in the bad moments of a core that is shared.
                T* top = left + (operands.Segments > 0 ? operands.Offsets[segment] : 0) + (2 * one), bottom = top + (6 * one);
                nint rest = operands.Inner;
                do
                {
                    if (TAhead.Value > 0)
                    {
                        CacheAhead.Near(next, (2 * TOperations.Count) - 1);
                        next += stride;
                        T* run = fetched;
                        for (nint i = runs; i > 0; i--)
                        {
                            CacheAhead.Far(run);
                            if (operands.Ahead.RunEnd > 0)
                            {
                                CacheAhead.Far(run + operands.Ahead.RunEnd);
                            }

                            run += operands.Ahead.RunStep;
                        }

                        fetched += operands.Ahead.RowStep;
                    }

                    T* end = right + (rightStep * (TAhead.Value > 0 ? Math.Min(turn, rest) : rest));
                    if (right != end)
                    {
                        do
                        {
                            TRegister a = TOperations.Load(right), b = TVectors.Value > 1 ? TOperations.Load(right + TOperations.Count) : default;
                            Add(top[2 * back], a, b, ref r0a, ref r0b);
                            if (TRows.Value > 1)
                            {
                                Add(top[back], a, b, ref r1a, ref r1b);
                            }

                            if (TRows.Value > 2)
                            {
                                Add(top[0], a, b, ref r2a, ref r2b);
                            }

                            if (TRows.Value > 3)
                            {
                                Add(top[one], a, b, ref r3a, ref r3b);
                            }

                            if (TRows.Value > 4)
                            {
                                Add(top[2 * one], a, b, ref r4a, ref r4b);
                            }

                            if (TRows.Value > 5)
                            {
                                Add(top[three], a, b, ref r5a, ref r5b);
                            }

                            if (TRows.Value > 6)
                            {
                                Add(bottom[2 * back], a, b, ref r6a, ref r6b);
                            }

                            if (TRows.Value > 7)
                            {
                                Add(bottom[back], a, b, ref r7a, ref r7b);
                            }

                            if (TRows.Value > 8)
                            {
                                Add(bottom[0], a, b, ref r8a, ref r8b);
                            }

                            if (TRows.Value > 9)
                            {
                                Add(bottom[one], a, b, ref r9a, ref r9b);
                            }

                            if (TRows.Value > 10)
                            {
                                Add(bottom[2 * one], a, b, ref r10a, ref r10b);
                            }

                            if (TRows.Value > 11)
                            {
                                Add(bottom[three], a, b, ref r11a, ref r11b);
                            }

                            top = (T*)((byte*)top + stepBytes);
                            bottom = (T*)((byte*)bottom + stepBytes);
                            right += rightStep;
                        }
                        while (right != end);
                    }

                    rest -= turn;
                }
                while (TAhead.Value > 0 && rest > 0);
            }
            while (++segment < operands.Segments);

            Store(r0a, r0b, c, accumulate);
            if (TRows.Value > 1)
            {
                Store(r1a, r1b, c + stride, accumulate);
            }

            if (TRows.Value > 2)
            {
                Store(r2a, r2b, c + 2 * stride, accumulate);
            }

            if (TRows.Value > 3)
            {
                Store(r3a, r3b, c + 3 * stride, accumulate);
            }

            if (TRows.Value > 4)
            {
                Store(r4a, r4b, c + 4 * stride, accumulate);
            }

            if (TRows.Value > 5)
            {
                Store(r5a, r5b, c + 5 * stride, accumulate);
            }

            if (TRows.Value > 6)
            {
                Store(r6a, r6b, c + 6 * stride, accumulate);
            }

            if (TRows.Value > 7)
            {
                Store(r7a, r7b, c + 7 * stride, accumulate);
            }

            if (TRows.Value > 8)
            {
                Store(r8a, r8b, c + 8 * stride, accumulate);
            }

            if (TRows.Value > 9)
            {
                Store(r9a, r9b, c + 9 * stride, accumulate);
            }

            if (TRows.Value > 10)
            {
                Store(r10a, r10b, c + 10 * stride, accumulate);
            }

            if (TRows.Value > 11)
            {
                Store(r11a, r11b, c + 11 * stride, accumulate);
            }

            left += operands.LeftTileStep;
            c += TRows.Value * stride;
            ahead += operands.Ahead.TileStep;
        }
        while (--tiles > 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T left, TRegister a, TRegister b, ref TRegister sumA, ref TRegister sumB)
    {
        TRegister x = TOperations.Splat(left);
        sumA = TOperations.MultiplyAdd(x, a, sumA);
        if (TVectors.Value > 1)
        {
            sumB = TOperations.MultiplyAdd(x, b, sumB);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TRegister a, TRegister b, T* c, bool accumulate)
    {
        T* second = c + TOperations.Count;
        TOperations.Store(accumulate ? TOperations.Add(TOperations.Load(c), a) : a, c);
        if (TVectors.Value > 1)
        {
            TOperations.Store(accumulate ? TOperations.Add(TOperations.Load(second), b) : b, second);
        }
    }
}
