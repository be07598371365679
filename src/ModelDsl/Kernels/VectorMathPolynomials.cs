using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <content>
/// The polynomials of exponentials and logarithms. Each interpolates its function at the Chebyshev nodes of the interval that the reduction leaves, computed with 50 digits;
/// the degree is the lowest whose error is well below half a unit in the last place of the element type.
/// </content>
internal static partial class VectorMath<V, T>
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double Ln2HighSingle = 0.693145751953125;
    private const double Ln2LowSingle = 1.4286068203094173E-6;
    private const double Ln2HighDouble = 0.6931471805592082;
    private const double Ln2LowDouble = 7.371002565167799E-13;

    /// <summary>e^r for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpReduced(V r)
    {
        V series = ExpSeries(r);
        if (Fuses)
        {
            return V.FusedMultiplyAdd(V.FusedMultiplyAdd(series, r, V.Constant(1)), r, V.Constant(1));
        }

        // The product by r, which is large, would be rounded on its own. What is rounded here besides the last sum is small, and what 1 + r has lost by rounding is put back.
        V sum = V.Constant(1) + r;
        return sum + V.FusedMultiplyAdd(r * r, series, r - (sum - V.Constant(1)));
    }

    /// <summary>e^r − 1 for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpM1Reduced(V r) => V.FusedMultiplyAdd(r * r, ExpSeries(r), r);

    /// <summary>ln(1 + f) + k ln 2 for 1 + f in [√½, √2].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogReduced(V f, V k)
    {
        V square = f * f;
        V rest = IsSingle ? LogRestSingle(f, square, k) : LogRestDouble(f, square, k);
        return V.FusedMultiplyAdd(k, Constant(Ln2HighSingle, Ln2HighDouble), f + rest);
    }

    /// <summary>ln(1 + f) − f, and the low part of k ln 2. For small f no term is computed by itself that is of the order of f³: it may be subnormal, which costs a hundred operations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogRestSingle(V f, V square, V k) =>
        V.FusedMultiplyAdd(square, f * LogSeries(f), V.FusedMultiplyAdd(k, V.Constant(Ln2LowSingle), square * V.Constant(-0.5)));

    /// <summary>The same; ln(1 + f) = 2 artanh s, whose odd series needs half the terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogRestDouble(V f, V square, V k)
    {
        V half = square * V.Constant(0.5);
        V s = f / (V.Constant(2) + f);
        V z = s * s;
        return V.FusedMultiplyAdd(s, V.FusedMultiplyAdd(z, ArtanhSeries(z), half), k * V.Constant(Ln2LowDouble)) - half;
    }

    /// <summary>(e^r − 1 − r) / r² for |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpSeries(V r) => IsSingle ? ExpSeriesSingle(r) : ExpSeriesDouble(r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpSeriesSingle(V r)
    {
        V p = V.Constant(0.001392692661);
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.008363773874));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.04166655011));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.1666657338));
        return V.FusedMultiplyAdd(p, r, V.Constant(0.5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpSeriesDouble(V r)
    {
        V p = V.Constant(2.510134692835034E-8);
        p = V.FusedMultiplyAdd(p, r, V.Constant(2.7621338669142925E-7));
        p = V.FusedMultiplyAdd(p, r, V.Constant(2.75572664186123E-6));
        p = V.FusedMultiplyAdd(p, r, V.Constant(2.4801518641395993E-5));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.00019841269864380513));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.0013888888918939168));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.008333333333329793));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.04166666666662064));
        p = V.FusedMultiplyAdd(p, r, V.Constant(0.16666666666666669));
        return V.FusedMultiplyAdd(p, r, V.Constant(0.5000000000000001));
    }

    /// <summary>(ln(1 + f) − f + f²/2) / f³ for 1 + f in [√½, √2], in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogSeries(V f)
    {
        V p = V.Constant(0.06971611471);
        p = V.FusedMultiplyAdd(p, f, V.Constant(-0.1147973385));
        p = V.FusedMultiplyAdd(p, f, V.Constant(0.1168541992));
        p = V.FusedMultiplyAdd(p, f, V.Constant(-0.1242568733));
        p = V.FusedMultiplyAdd(p, f, V.Constant(0.1424905765));
        p = V.FusedMultiplyAdd(p, f, V.Constant(-0.1666780232));
        p = V.FusedMultiplyAdd(p, f, V.Constant(0.2000071575));
        p = V.FusedMultiplyAdd(p, f, V.Constant(-0.2499999696));
        return V.FusedMultiplyAdd(p, f, V.Constant(0.3333333118));
    }

    /// <summary>(2 artanh s − 2s) / s³ as a function of z = s², for |s| ≤ 3 − √8, in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArtanhSeries(V z)
    {
        V p = V.Constant(0.14616449685043406);
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.15331721600556042));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.18182889125261723));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.2222221113479508));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.28571428625975487));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.39999999999899505));
        return V.FusedMultiplyAdd(p, z, V.Constant(0.666666666666667));
    }
}
