using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Work on the exponent field of IEEE 754 numbers, for vectors without an instruction of their own for it.</summary>
internal static class SimdBits<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    /// <summary>An <see cref="ISimd{TSelf, T}.ExponentOfZero"/> for <see cref="ScaleByPowerOfTwo"/>: both its halves are exponents of normal numbers.</summary>
    internal static double ExponentOfZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? -250 : -2020;
    }

    /// <summary>The same for the instruction that scales, which sees by exponents below −512 (−4096 in double precision) that nothing remains.</summary>
    internal static double ExponentOfZeroOfInstruction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? -600 : -4500;
    }

    private static int MantissaBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 23 : 52;
    }

    private static double Bias
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 127 : 1023;
    }

    private static double SmallestNormal
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.1754943508222875e-38 : 2.2250738585072014e-308;
    }

    /// <summary>The largest subnormal number: exactly the bits of the mantissa field are set.</summary>
    private static double MantissaMask
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.1754942106924411e-38 : 2.225073858507201e-308;
    }

    /// <summary>At this number the mantissa field counts in steps of one.</summary>
    private static double Counting
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1L << 23 : 1L << 52;
    }

    /// <summary>2^<paramref name="exponent"/> for whole exponents of normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V PowerOfTwo(V exponent) => V.ShiftLeft(exponent + V.Constant(Bias + Counting), MantissaBits);

    /// <summary>The whole number nearest to <paramref name="x"/> × <paramref name="factor"/>, for products that are far below the numbers without fractions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Nearest(V x, V factor)
    {
        V counting = V.Constant(1.5 * Counting);
        return V.FusedMultiplyAdd(x, factor, counting) - counting;
    }

    /// <summary>The whole number nearest to <paramref name="x"/> × <paramref name="factor"/>, and two to its power, which has to be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V PowerOfNearest(V x, V factor, out V exponent)
    {
        // The sum's last bits are the exponent field; half as much again keeps it in the range of whole numbers for negative exponents.
        V counting = V.Constant((1.5 * Counting) + Bias);
        V sum = V.FusedMultiplyAdd(x, factor, counting);
        exponent = sum - counting;
        return V.ShiftLeft(sum, MantissaBits);
    }

    /// <summary><paramref name="value"/>, or 0 where it is subnormal: for what decays step by step, which would come to rest there, as 0.9 times the smallest number is rounded to itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V NormalOrZero(V value) => V.Select(V.GreaterThan(V.Constant(SmallestNormal), V.Abs(value)), V.Zero, value);

    /// <inheritdoc cref="ISimd{TSelf, T}.ScaleByPowerOfTwo"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V ScaleByPowerOfTwo(V value, V exponent)
    {
        // In two halves, as 2^exponent itself need not be a normal number.
        V half = V.Round(exponent * V.Constant(0.5));
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <inheritdoc cref="ISimd{TSelf, T}.SplitExponent"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SplitExponent(V value, out V exponent)
    {
        V subnormal = V.GreaterThan(V.Constant(SmallestNormal), value);
        V normal = V.Select(subnormal, value * V.Constant(Counting), value);
        V bias = V.Select(subnormal, V.Constant(Counting + Bias + MantissaBits), V.Constant(Counting + Bias));
        V mantissa = (normal & V.Constant(MantissaMask)) | V.Constant(1);
        V upper = V.GreaterThan(mantissa, V.Constant(1.4142135623730951));
        exponent = (V.ShiftRight(normal, MantissaBits) | V.Constant(Counting)) - bias + (upper & V.Constant(1));
        return V.Select(upper, mantissa * V.Constant(0.5), mantissa);
    }
}
