using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>
/// The elementary functions, written once for every vector width and for both element types. They are built so that they do not need a fused
/// multiply-add to be accurate (constants that are multiplied by whole numbers have spare trailing zeros), as not every machine has one.
/// </summary>
internal static partial class VectorMath<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    private static bool IsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float);
    }

    /// <summary>Whether the machine is known to round a multiply-add once.</summary>
    private static bool Fuses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }

    /// <summary>e^x = 2^n × e^r with |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp(V x) => ExpAtLeast(V.AtMost(x, Constant(90, 712)));

    /// <summary>x = 2^k × m gives ln x = k ln 2 + ln m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log(V x)
    {
        V mantissa = V.SplitExponent(x, out V k);
        return LogOrSpecial(x, LogReduced(mantissa - V.Constant(1), k));
    }

    /// <summary>The logarithm of u = 1 + x, with what u lost by rounding put back, and the sign of x, which is that of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log1P(V x)
    {
        V u = V.Constant(1) + x;
        V lost = x - (u - V.Constant(1));
        V mantissa = V.SplitExponent(u, out V k);
        V f = mantissa - V.Constant(1) + V.ScaleByPowerOfTwo(lost, -k);
        return LogOrSpecial(u, LogReduced(f, k)) | (x & V.Constant(-0.0));
    }

    /// <summary>tanh |x| = u / (2 − u) with u = 1 − e^−2|x|, which has no cancellation. Multiples of ln 2 count for the less the larger they are, and need no second part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh(V x)
    {
        V negative = V.AtLeast(x | V.Constant(-0.0), Constant(-10, -20));
        V twice = negative + negative;
        V scale = SimdBits<V, T>.PowerOfNearest(twice, V.Constant(Log2E), out V n);
        V m = ExpM1Reduced(V.FusedMultiplyAdd(n, V.Constant(-Ln2), twice)), ofScale = V.Constant(1) - scale;
        V u = V.FusedMultiplyAdd(-scale, m, ofScale), restOfU = V.FusedMultiplyAdd(-scale, m, ofScale - u);
        V divisor = V.Constant(2) - u;
        return Quotient(u, restOfU, divisor, V.Constant(2) - divisor - u - restOfU) | (x & V.Constant(-0.0));
    }

    /// <summary>By e^−|x|, which cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid(V x)
    {
        V e = ExpAtLeast(x | V.Constant(-0.0));
        V divisor = V.Constant(1) + e;
        return Quotient(V.Select(V.GreaterThan(x, V.Zero), V.Constant(1), e), V.Zero, divisor, e - (divisor - V.Constant(1)));
    }

    /// <summary>max(x, 0) + ln(1 + e^−|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Softplus(V x)
    {
        V e = ExpAtLeast(x | V.Constant(-0.0));

        // 1 + e lies in [1, 2], so its exponent is known without looking at its bits.
        V u = V.Constant(1) + e;
        V lost = e - (u - V.Constant(1));
        V upper = V.GreaterThan(u, V.Constant(1.4142135623730951));
        V k = upper & V.Constant(1);
        V scale = V.Select(upper, V.Constant(0.5), V.Constant(1));
        V f = V.FusedMultiplyAdd(lost, scale, u * scale - V.Constant(1));
        return V.AtLeast(x, V.Zero) + LogReduced(f, k);
    }

    /// <summary>e^x for x that is below the bound of overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpAtLeast(V x)
    {
        V r = ReduceByLn2(V.AtLeast(x, V.Constant(V.ExponentOfZero * Ln2)), out V n);
        return V.ScaleByPowerOfTwo(ExpReduced(r), n);
    }

    /// <summary>x = n ln 2 + r; ln 2 is subtracted in two parts, the first with so few digits that its multiples are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReduceByLn2(V x, out V n)
    {
        n = V.Round(x * V.Constant(Log2E));
        V r = V.FusedMultiplyAdd(n, Constant(-Ln2HighSingle, -Ln2HighDouble), x);
        return V.FusedMultiplyAdd(n, Constant(-Ln2LowSingle, -Ln2LowDouble), r);
    }

    /// <summary>
    /// The quotient of two sums, each of a rounded number and the little that rounding has left of it. As that is little, and the divisor between 1 and 2, it
    /// does not take more than ¾, a mean of the divisors' reciprocals, to put most of it right.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Quotient(V dividend, V restOfDividend, V divisor, V restOfDivisor)
    {
        V quotient = dividend / divisor;
        return V.FusedMultiplyAdd(V.FusedMultiplyAdd(-quotient, restOfDivisor, restOfDividend), V.Constant(0.75), quotient);
    }

    /// <summary><paramref name="logarithm"/> where <paramref name="x"/> is positive and finite, else what a logarithm is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogOrSpecial(V x, V logarithm)
    {
        V infinite = V.Constant(double.PositiveInfinity);
        V atMostZero = V.Select(V.Equal(x, V.Zero), -infinite, V.Constant(double.NaN));
        V finite = V.Select(V.GreaterThan(x, V.Zero), logarithm, atMostZero);
        return V.Select(V.Equal(x, infinite), infinite, finite);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Constant(double whenSingle, double whenDouble) => V.Constant(IsSingle ? whenSingle : whenDouble);
}
