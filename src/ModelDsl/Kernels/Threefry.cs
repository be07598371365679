using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelDsl.Kernels;

/// <summary>
/// The counter-based generator Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011): a bijection of a 64-bit counter for every 64-bit key, so that a number can be drawn again wherever and whenever it is needed.
/// </summary>
internal static class Threefry
{
    /// <summary>One step of the numbers drawn: 2^-24.</summary>
    internal const float Unit = 1f / (1 << 24);

    private const uint Parity = 0x1BD11BDA;

    /// <summary>Both words of the block at the counter (<paramref name="c0"/>, <paramref name="c1"/>).</summary>
    internal static (uint Low, uint High) Block(RandomKey key, uint c0, uint c1)
    {
        Word low = new(c0);
        Word high = new(c1);
        Encrypt(key, ref low, ref high);
        return (low.Lane, high.Lane);
    }

    /// <summary>Both words of the blocks at the counters <paramref name="first"/>, <paramref name="first"/> + <paramref name="step"/>, …, all below 2^32.</summary>
    /// <param name="key">The key.</param>
    /// <param name="first">The first counter.</param>
    /// <param name="step">From one counter to the next.</param>
    /// <param name="low">Gets the first words: it has room for <paramref name="count"/>, rounded up to whole vectors.</param>
    /// <param name="high">Gets the second words; likewise.</param>
    /// <param name="count">The number of blocks.</param>
    internal static unsafe void Blocks(RandomKey key, uint first, uint step, uint* low, uint* high, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Blocks<Words512>(key, first, step, low, high, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Blocks<Words256>(key, first, step, low, high, count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Blocks<Words128>(key, first, step, low, high, count);
        }
        else
        {
            Blocks<Word>(key, first, step, low, high, count);
        }
    }

    /// <summary>The upper 24 bits of the first word of the blocks at the counters <paramref name="index"/>, <paramref name="index"/> + 1, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static W Draw<W>(RandomKey key, nint index)
        where W : struct, IWords<W>
    {
        W low = W.Counters((ulong)index, out W high);
        Encrypt(key, ref low, ref high);
        return W.ShiftRight(low, 8);
    }

    [MethodImpl(Simd.Loop)]
    private static unsafe void Blocks<W>(RandomKey key, uint first, uint step, uint* low, uint* high, int count)
        where W : struct, IWords<W>
    {
        for (int i = 0; i < count; i += W.Count)
        {
            W x0 = W.Progression(first + ((uint)i * step), step);
            W x1 = W.Splat(0);
            Encrypt(key, ref x0, ref x1);
            W.Store(x0, low + i);
            W.Store(x1, high + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Encrypt<W>(RandomKey key, ref W low, ref W high)
        where W : struct, IWords<W>
    {
        uint k0 = key.Low;
        uint k1 = key.High;
        uint k2 = k0 ^ k1 ^ Parity;
        W x0 = low + W.Splat(k0);
        W x1 = high + W.Splat(k1);
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k1, k2 + 1);
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        Inject(ref x0, ref x1, k2, k0 + 2);
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k0, k1 + 3);
        FourRounds(ref x0, ref x1, 17, 29, 16, 24);
        Inject(ref x0, ref x1, k1, k2 + 4);
        FourRounds(ref x0, ref x1, 13, 15, 26, 6);
        Inject(ref x0, ref x1, k2, k0 + 5);
        low = x0;
        high = x1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourRounds<W>(ref W x0, ref W x1, [ConstantExpected] byte first, [ConstantExpected] byte second, [ConstantExpected] byte third, [ConstantExpected] byte fourth)
        where W : struct, IWords<W>
    {
        Round(ref x0, ref x1, first);
        Round(ref x0, ref x1, second);
        Round(ref x0, ref x1, third);
        Round(ref x0, ref x1, fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<W>(ref W x0, ref W x1, [ConstantExpected] byte bits)
        where W : struct, IWords<W>
    {
        x0 += x1;
        x1 = W.RotateLeft(x1, bits) ^ x0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Inject<W>(ref W x0, ref W x1, uint first, uint second)
        where W : struct, IWords<W>
    {
        x0 += W.Splat(first);
        x1 += W.Splat(second);
    }
}
