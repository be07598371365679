using System.Runtime.CompilerServices;

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

    /// <summary>e^x = 2^n × e^r with |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Exp(V x)
    {
        // Beyond these bounds the result is 0 or infinite anyway; within them n stays small enough for the scaling.
        V bounded = V.Min(V.Max(x, Constant(-105, -750)), Constant(90, 712));
        V r = ReduceByLn2(bounded, V.Zero, out V n);
        return V.ScaleByPowerOfTwo(V.Constant(1) + ExpM1Reduced(r), n);
    }

    /// <summary>x = 2^k × m gives ln x = k ln 2 + ln m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log(V x)
    {
        V mantissa = V.SplitExponent(x, out V k);
        return LogOrSpecial(x, LogReduced(mantissa - V.Constant(1), k));
    }

    /// <summary>The logarithm of u = 1 + x, with what u lost by rounding put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Log1P(V x)
    {
        V u = V.Constant(1) + x;
        V lost = x - (u - V.Constant(1));
        V mantissa = V.SplitExponent(u, out V k);
        V f = mantissa - V.Constant(1) + V.ScaleByPowerOfTwo(lost, -k);
        return LogOrSpecial(u, LogReduced(f, k));
    }

    /// <summary>tanh |x| = m / (m + 2) with m = e^2|x| − 1, which has no cancellation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh(V x)
    {
        V magnitude = V.Min(V.Abs(x), Constant(10, 20));
        V r = ReduceByLn2(magnitude + magnitude, V.Zero, out V n);
        V scale = SimdBits<V, T>.PowerOfTwo(n);
        V m = V.FusedMultiplyAdd(scale, ExpM1Reduced(r), scale - V.Constant(1));
        return (m / (m + V.Constant(2))) | (x & V.Constant(-0.0));
    }

    /// <summary>By e^−|x|, which cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid(V x)
    {
        V e = Exp(-V.Abs(x));
        return V.Select(V.GreaterThan(x, V.Zero), V.Constant(1), e) / (V.Constant(1) + e);
    }

    /// <summary>max(x, 0) + ln(1 + e^−|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Softplus(V x)
    {
        V e = Exp(-V.Abs(x));

        // 1 + e lies in [1, 2], so its exponent is known without looking at its bits.
        V u = V.Constant(1) + e;
        V lost = e - (u - V.Constant(1));
        V upper = V.GreaterThan(u, V.Constant(1.4142135623730951));
        V k = upper & V.Constant(1);
        V scale = V.Select(upper, V.Constant(0.5), V.Constant(1));
        V f = V.FusedMultiplyAdd(lost, scale, u * scale - V.Constant(1));
        return V.Max(x, V.Zero) + LogReduced(f, k);
    }

    /// <summary>
    /// Φ(−a) = e^(−a²/2) G(q) / (a + 4) with q = (a − 4) / (a + 4), which maps the half-line to [−1, 1); G is a polynomial. The substitution
    /// follows M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x", Math. Comp. 36 (1981).
    /// </summary>
    /// <remarks>A function of its own: inlined, it uses up what the JIT is ready to inline into one method, and all that comes after it becomes calls.</remarks>
    [MethodImpl(Simd.Loop)]
    internal static V NormalCdf(V x)
    {
        V a = V.Min(V.Abs(x), Constant(14.6, 39));

        // The square is split into one that is exact, as its root has few digits, and a small rest.
        V root = V.Round(a * Constant(1 << 8, 1 << 20)) * Constant(1.0 / (1 << 8), 1.0 / (1 << 20));
        V exponent = root * root * V.Constant(-0.5);
        V rest = (a - root) * (a + root) * V.Constant(-0.5);
        V r = ReduceByLn2(exponent, rest, out V n);

        V t = V.Constant(1) / (a + V.Constant(4));
        V factor = NormalTailFactor((a - V.Constant(4)) * t) * t;
        V tail = V.ScaleByPowerOfTwo(V.FusedMultiplyAdd(factor, ExpM1Reduced(r), factor), n);
        return V.Select(V.GreaterThan(x, V.Zero), V.Constant(1) - tail, tail);
    }

    /// <summary>x + <paramref name="rest"/> = n ln 2 + r; ln 2 is subtracted in two parts, the first with so few digits that its multiples are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReduceByLn2(V x, V rest, out V n)
    {
        n = V.Round((x + rest) * V.Constant(1.4426950408889634));
        V r = V.FusedMultiplyAdd(n, Constant(-Ln2HighSingle, -Ln2HighDouble), x);
        return V.FusedMultiplyAdd(n, Constant(-Ln2LowSingle, -Ln2LowDouble), r) + rest;
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
