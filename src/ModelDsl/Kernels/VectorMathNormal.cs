using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <content>The normal distribution.</content>
internal static partial class VectorMath<V, T>
{
    /// <summary>1 / √(2π).</summary>
    private const double NormalDensityAtZero = 0.3989422804014327;

    /// <summary>
    /// Φ(x), from Φ(−|x|) by symmetry, and the density φ(x). Of Φ(−|x|) ≤ ½ and 1 − Φ(−|x|) ≥ ½ with the sign of x the larger is Φ(x); to compare subnormal
    /// numbers costs nothing, to multiply them a hundred operations.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V NormalCdf(V x, out V density)
    {
        V tail = NormalTail(V.AtMost(V.Abs(x), Constant(14.6, 39)), out density);
        return V.AtLeast((V.Constant(1) - tail) | (x & V.Constant(-0.0)), tail);
    }

    /// <summary>
    /// Φ(−a) = φ(a) / (a + K(a)), and φ(a) = 2^n (1 + m) φ(0). K(a) = 2φ(0) − a Q(a), where Q is a quotient of polynomials without negative coefficients.
    /// </summary>
    /// <remarks>
    /// The dividend (1 + m) φ(0) is known to about twice its digits, and the quotient is put right by what it leaves of these: neither the rounding of the
    /// dividend counts, nor that of the sum and of the quotient. There remain the roundings of m, which is small against 1 + m, and of K, which counts for the
    /// less the larger a is, and the last one. The power of two comes after all of them, as it rounds subnormal numbers alone.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTail(V a, out V density)
    {
        V m = ExpM1OfHalfSquare(a, out V n), atZero = V.Constant(NormalDensityAtZero);
        V dividend = V.FusedMultiplyAdd(atZero, m, atZero), restOfDividend = V.FusedMultiplyAdd(atZero, m, atZero - dividend);
        density = V.ScaleByPowerOfTwo(dividend, n);
        V k = V.FusedMultiplyAdd(a, MinusNormalTailDividend(a) / NormalTailDivisor(a), V.Constant(2 * NormalDensityAtZero));
        return V.ScaleByPowerOfTwo(QuotientBySum(dividend, restOfDividend, a, k), n);
    }

    /// <summary>e^r − 1 for −a²/2 = n ln 2 + r with |r| ≤ ½ ln 2. The square is rounded for n alone; for r it is exact until the first part of n ln 2, which is exact too, is subtracted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpM1OfHalfSquare(V a, out V n)
    {
        V minusHalf = a * V.Constant(-0.5);
        n = SimdBits<V, T>.Nearest(minusHalf * a, V.Constant(Log2E));
        V r = SumWithHalfSquare(a, minusHalf, n * Constant(-Ln2HighSingle, -Ln2HighDouble));
        return ExpM1Reduced(V.FusedMultiplyAdd(n, Constant(-Ln2LowSingle, -Ln2LowDouble), r));
    }

    /// <summary>
    /// <paramref name="addend"/> − a²/2, with <paramref name="minusHalf"/> = −a/2. Without a fused multiply-add a² is near² + (a − near)(a + near), for a number near a of
    /// so few digits that its square is exact.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SumWithHalfSquare(V a, V minusHalf, V addend)
    {
        if (Fuses)
        {
            return V.FusedMultiplyAdd(a, minusHalf, addend);
        }

        V near = WithFewDigits(a, Constant(1 << 15, 1L << 32));
        return near * (near * V.Constant(-0.5)) + addend + (a - near) * (a + near) * V.Constant(-0.5);
    }

    /// <summary>
    /// <paramref name="dividend"/> / (<paramref name="a"/> + <paramref name="k"/>), from a quotient that need only be close, and what it leaves of the dividend.
    /// </summary>
    /// <remarks>
    /// Of a and k the larger comes first: its product is at least half the dividend, so that little remains, which is rounded the more finely. Without a fused
    /// multiply-add the products are those of parts with few digits, which are exact.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V QuotientBySum(V dividend, V restOfDividend, V a, V k)
    {
        V reciprocal = V.ReciprocalEstimate(a + k), quotient = dividend * reciprocal;
        if (Fuses)
        {
            V left = V.FusedMultiplyAdd(-quotient, V.AtMost(a, k), V.FusedMultiplyAdd(-quotient, V.AtLeast(a, k), dividend));
            return V.FusedMultiplyAdd(left + restOfDividend, reciprocal, quotient);
        }

        V shortQuotient = WithFewDigits(quotient, Constant(1 << 11, 1 << 25));
        V shortA = WithFewDigits(a, Constant(1 << 15, 1L << 32)), shortK = WithFewDigits(k, Constant(1 << 15, 1L << 32));
        V remaining = dividend - shortQuotient * (shortA + shortK) - shortQuotient * (a - shortA + (k - shortK));
        return shortQuotient + (remaining + restOfDividend) * reciprocal;
    }

    /// <summary>Rounds positive numbers to the unit in the last place of a <paramref name="large"/> one: added to it, they lose what is below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WithFewDigits(V x, V large) => x + large - large;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MinusNormalTailDividend(V a) => IsSingle ? MinusNormalTailDividendSingle(a) : MinusNormalTailDividendDouble(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDivisor(V a) => IsSingle ? NormalTailDivisorSingle(a) : NormalTailDivisorDouble(a);

    /// <remarks>
    /// Dividend and divisor are fitted together for a ≤ 13, beyond which Φ(−a) is subnormal, with φ(0) and the coefficients rounded as here: their error relative
    /// to a + K is at most 1.8e-8, and a fraction of that for a from 0.6 to 0.8, where more is lost by rounding than elsewhere.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MinusNormalTailDividendSingle(V a)
    {
        V p = V.Constant(-0.007415680215);
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.06133214384));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.220023483));
        return V.FusedMultiplyAdd(p, a, V.Constant(-0.3633796871));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDivisorSingle(V a)
    {
        V p = V.Constant(0.009295715019);
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.08845329285));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.3878238499));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.9054545164));
        return V.FusedMultiplyAdd(p, a, V.Constant(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MinusNormalTailDividendDouble(V a)
    {
        V p = V.Constant(-4.022068626417691E-07);
        p = V.FusedMultiplyAdd(p, a, V.Constant(-1.1798812873917103E-05));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.0001698146179177369));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.001552807808540526));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.009874185669504789));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.04515562380647028));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.14860086311648887));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.3408364147871552));
        p = V.FusedMultiplyAdd(p, a, V.Constant(-0.4992564179272929));
        return V.FusedMultiplyAdd(p, a, V.Constant(-0.3633802276324184));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDivisorDouble(V a)
    {
        V p = V.Constant(5.040915470770818E-07);
        p = V.FusedMultiplyAdd(p, a, V.Constant(1.5419404040277048E-05));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.00023215641848873828));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.002235857326917226));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.015139037507072866));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.07499253567446497));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.27482164095066036));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.7365264681593515));
        p = V.FusedMultiplyAdd(p, a, V.Constant(1.3874579362514206));
        p = V.FusedMultiplyAdd(p, a, V.Constant(1.6739029224646598));
        return V.FusedMultiplyAdd(p, a, V.Constant(1));
    }
}
