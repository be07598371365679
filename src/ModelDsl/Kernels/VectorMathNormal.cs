using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <content>The normal distribution.</content>
internal static partial class VectorMath<V, T>
{
    /// <summary>1 / √(2π).</summary>
    private const double NormalDensityAtZero = 0.3989422804014327;

    /// <summary>Φ(x), from Φ(−|x|) by symmetry, and the density φ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V NormalCdf(V x, out V density)
    {
        V tail = NormalTail(V.AtMost(V.Abs(x), Constant(14.6, 39)), out density);
        return V.Select(V.GreaterThan(x, V.Zero), V.Constant(1) - tail, tail);
    }

    /// <summary>
    /// Φ(−a) = e^(−a²/2) G(a) and φ(a). G is computed at a point near a that has few digits, so that its square is exact. From there
    /// ∫ e^(−near·s − s²/2) ds, with s from 0 to the rest d, leads to a: d − near·d²/2 + near²·d³/6, as d is small.
    /// </summary>
    /// <remarks>
    /// With e^(−near²/2) = 2^n (1 + m) the tail is 2^n (G + G·m − …), where G is the largest term: it is taken with few digits, and what these leave of it is
    /// put to the other terms. So each rounding but the last is one of something small.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTail(V a, out V density)
    {
        V near = WithFewDigits(a, Constant(1 << 15, 1L << 32)), rest = a - near;
        V r = ReduceByLn2(near * (near * V.Constant(-0.5)), out V n), square = r * r, series = ExpSeries(r);
        V m = V.FusedMultiplyAdd(square, series, r);

        V z = near * rest, atZero = V.Constant(NormalDensityAtZero);
        V step = rest * V.FusedMultiplyAdd(z, V.FusedMultiplyAdd(z, V.Constant(NormalDensityAtZero / 6), V.Constant(-NormalDensityAtZero / 2)), atZero);
        V g = NormalTailFactor(near, out V shortG, out V restOfG);
        V small = V.FusedMultiplyAdd(g * square, series, restOfG - V.FusedMultiplyAdd(step, m, step));

        V toRest = ExpToRest(z, rest), growth = m + V.FusedMultiplyAdd(m, toRest, toRest);
        density = V.ScaleByPowerOfTwo(V.FusedMultiplyAdd(growth, atZero, atZero), n);
        return V.ScaleByPowerOfTwo(shortG + V.FusedMultiplyAdd(g, r, small), n);
    }

    /// <summary>e^(−near·d − d²/2) − 1 for a small rest d, and <paramref name="z"/> = near·d.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpToRest(V z, V rest)
    {
        V y = V.FusedMultiplyAdd(rest * V.Constant(-0.5), rest, -z);
        return V.FusedMultiplyAdd(y * y, V.FusedMultiplyAdd(y, V.Constant(1.0 / 6), V.Constant(0.5)), y);
    }

    /// <summary>
    /// G(a) = e^(a²/2) Φ(−a) = φ(0) / (a + K(a)) for a of few digits. K(a) = 2φ(0) − a Q(a), where Q is a quotient of polynomials without negative
    /// coefficients. G is also given as a part of few digits and a rest, as products of few digits are exact with or without a fused multiply-add.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailFactor(V a, out V shortG, out V restOfG)
    {
        V k = V.FusedMultiplyAdd(-a, NormalTailDividend(a) / NormalTailDivisor(a), V.Constant(2 * NormalDensityAtZero));
        V sum = a + k, shortSum = WithFewDigits(sum, Constant(1 << 15, 1L << 32)), restOfSum = k - (shortSum - a);
        V g = V.Constant(NormalDensityAtZero) / sum;
        shortG = WithFewDigits(g, Constant(1 << 11, 1 << 25));
        V missing = V.FusedMultiplyAdd(-shortG, restOfSum, V.FusedMultiplyAdd(-shortG, shortSum, V.Constant(NormalDensityAtZero)));
        restOfG = missing * (g * V.Constant(1 / NormalDensityAtZero));
        return g;
    }

    /// <summary>Rounds positive numbers to the unit in the last place of a <paramref name="large"/> one: added to it, they lose what is below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WithFewDigits(V x, V large) => x + large - large;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDividend(V a) => IsSingle ? NormalTailDividendSingle(a) : NormalTailDividendDouble(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDivisor(V a) => IsSingle ? NormalTailDivisorSingle(a) : NormalTailDivisorDouble(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDividendSingle(V a)
    {
        V p = V.Constant(0.007537978657);
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.06194002341));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.2212659577));
        return V.FusedMultiplyAdd(p, a, V.Constant(0.363379705));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDivisorSingle(V a)
    {
        V p = V.Constant(0.009448878615);
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.08941102625));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.3905268628));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.9088732709));
        return V.FusedMultiplyAdd(p, a, V.Constant(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NormalTailDividendDouble(V a)
    {
        V p = V.Constant(4.022068626417691E-07);
        p = V.FusedMultiplyAdd(p, a, V.Constant(1.1798812873917103E-05));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.0001698146179177369));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.001552807808540526));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.009874185669504789));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.04515562380647028));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.14860086311648887));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.3408364147871552));
        p = V.FusedMultiplyAdd(p, a, V.Constant(0.4992564179272929));
        return V.FusedMultiplyAdd(p, a, V.Constant(0.3633802276324184));
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
