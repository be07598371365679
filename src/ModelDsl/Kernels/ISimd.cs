using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// A vector of <see cref="Count"/> lanes. A kernel or a generated expression is written once against this interface and specialised by
/// the JIT for 512, 256 and 128 bits and for a single lane; the width is chosen by <see cref="Simd"/> from what the machine accelerates.
/// </summary>
/// <typeparam name="TSelf">The vector type.</typeparam>
/// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TSelf, T>
    where TSelf : struct, ISimd<TSelf, T>
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>
    /// An exponent so low that <see cref="ScaleByPowerOfTwo"/> gives zero as fast as any other number. A result that only just rounds to zero, or to a
    /// subnormal number, takes some processors more than a hundred cycles.
    /// </summary>
    static abstract double ExponentOfZero { get; }

    /// <summary>All lanes zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The lanes' own numbers: 0, 1, 2, …</summary>
    static abstract TSelf Iota { get; }

    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract TSelf Splat(T value);

    /// <summary>All lanes <paramref name="value"/>, rounded to <typeparamref name="T"/>: a constant of generated code.</summary>
    static abstract TSelf Constant(double value);

    /// <summary><see cref="Count"/> elements from <paramref name="source"/>, which needs no alignment.</summary>
    static abstract TSelf Load(Address<T> source);

    /// <summary>The first min(<paramref name="count"/>, <see cref="Count"/>) elements from <paramref name="source"/>, the other lanes zero; nothing beyond them is read.</summary>
    static abstract TSelf Load(Address<T> source, int count);

    /// <summary>Writes all lanes.</summary>
    static abstract void Store(TSelf value, Address<T> destination);

    /// <summary>Writes the first min(<paramref name="count"/>, <see cref="Count"/>) lanes and touches nothing beyond them.</summary>
    static abstract void Store(TSelf value, Address<T> destination, int count);

    /// <summary>Sum, lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference, lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Product, lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient, lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>Negation, lane by lane.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>Bitwise and.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bitwise or.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>The lanes' bits, shifted up.</summary>
    static abstract TSelf ShiftLeft(TSelf value, int bits);

    /// <summary>The lanes' bits, shifted down, zeros coming in.</summary>
    static abstract TSelf ShiftRight(TSelf value, int bits);

    /// <summary><paramref name="left"/> × <paramref name="right"/> + <paramref name="addend"/>, rounded once where the machine can, at every width alike otherwise.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The larger, lane by lane; NaN where either is NaN.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller, lane by lane; NaN where either is NaN.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The value, or where that is greater the bound; NaN where the value is. For bounds that are numbers, where it costs a fraction of <see cref="Min"/>.</summary>
    static abstract TSelf AtMost(TSelf value, TSelf bound);

    /// <summary>The value, or where that is smaller the bound; NaN where the value is. For bounds that are numbers, where it costs a fraction of <see cref="Max"/>.</summary>
    static abstract TSelf AtLeast(TSelf value, TSelf bound);

    /// <summary>Absolute value.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>
    /// 1 / <paramref name="value"/> for normal numbers with normal reciprocals, at every width alike: in single precision within 2^−14 of it relatively, where the machine has an
    /// estimate that takes a fraction of a division, else the quotient.
    /// </summary>
    static abstract TSelf ReciprocalEstimate(TSelf value);

    /// <summary>The nearest whole number, ties to even.</summary>
    static abstract TSelf Round(TSelf value);

    /// <summary>All bits set where <paramref name="left"/> is greater than <paramref name="right"/>: the first argument of <see cref="Select"/>.</summary>
    static abstract TSelf GreaterThan(TSelf left, TSelf right);

    /// <summary>All bits set where the lanes are equal: the first argument of <see cref="Select"/>.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>Lanes of <paramref name="whenTrue"/> where <paramref name="condition"/> has its bits set, else of <paramref name="whenFalse"/>.</summary>
    static abstract TSelf Select(TSelf condition, TSelf whenTrue, TSelf whenFalse);

    /// <summary><paramref name="value"/> × 2^<paramref name="exponent"/> for whole exponents and values that are zero or of a magnitude in [½, 2]: rounded once in the subnormal range, infinite above the range.</summary>
    static abstract TSelf ScaleByPowerOfTwo(TSelf value, TSelf exponent);

    /// <summary>Splits positive finite values into a mantissa in [√½, √2) and a whole exponent: value = mantissa × 2^exponent. Subnormals too.</summary>
    static abstract TSelf SplitExponent(TSelf value, out TSelf exponent);

    /// <summary>The sum of all lanes, by a fixed tree.</summary>
    static abstract T Sum(TSelf value);

    /// <summary>The largest lane; one that is NaN may be passed over.</summary>
    static abstract T MaxLane(TSelf value);

    /// <summary>e^x, within 1 unit in the last place of the exact value. The bounds of this and the following functions hold for all numbers, subnormal ones too, at every width.</summary>
    static abstract TSelf Exp(TSelf value);

    /// <summary>The natural logarithm: −∞ at 0, NaN below; within 1 unit in the last place.</summary>
    static abstract TSelf Log(TSelf value);

    /// <summary>ln(1 + x), within 1.5 units in the last place, also near 0.</summary>
    static abstract TSelf Log1P(TSelf value);

    /// <summary>The hyperbolic tangent, within 2 units in the last place.</summary>
    static abstract TSelf Tanh(TSelf value);

    /// <summary>1 / (1 + e^−x), within 2 units in the last place.</summary>
    static abstract TSelf Sigmoid(TSelf value);

    /// <summary>ln(1 + e^x) without overflow, within 2 units in the last place.</summary>
    static abstract TSelf Softplus(TSelf value);

    /// <summary>The standard normal distribution function Φ(x), within 2 units in the last place, also in its tails.</summary>
    static abstract TSelf NormalCdf(TSelf value);

    /// <summary>The standard normal distribution function Φ(x), and its <paramref name="density"/> φ(x), for which it needs the same exponential.</summary>
    static abstract TSelf NormalCdf(TSelf value, out TSelf density);

    /// <summary>The density of the standard normal distribution φ(x), within 2 units in the last place.</summary>
    static abstract TSelf NormalPdf(TSelf value);

    /// <summary>
    /// Uniform numbers in [0, 1) with 24 random bits, lane i drawn at counter <paramref name="index"/> + i: a function of key and counter
    /// alone, the same for every vector width and for both element types.
    /// </summary>
    static abstract TSelf Uniform(RandomKey key, nint index);
}
