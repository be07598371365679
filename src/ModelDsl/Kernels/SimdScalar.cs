using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>A single lane: what a machine without vectors runs, and how a test looks at one element.</summary>
internal readonly struct Scalar<T>(T lane) : ISimd<Scalar<T>, T>
    where T : unmanaged
{
    internal readonly T Lane = lane;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static double ExponentOfZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => SimdBits<Scalar<T>, T>.ExponentOfZero;
    }

    public static Scalar<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    public static Scalar<T> Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => default;
    }

    private float Single
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<T, float>(Lane);
    }

    private double Double
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<T, double>(Lane);
    }

    private ulong Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(Lane) : Unsafe.BitCast<T, ulong>(Lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Splat(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Constant(double value) => typeof(T) == typeof(float) ? From((float)value) : From(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Load(Address<T> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Load(Address<T> source, int count) => count > 0 ? Load(source) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Scalar<T> value, Address<T> destination) => destination[0] = value.Lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Scalar<T> value, Address<T> destination, int count)
    {
        if (count > 0)
        {
            Store(value, destination);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator +(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(left.Single + right.Single) : From(left.Double + right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(left.Single - right.Single) : From(left.Double - right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator *(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(left.Single * right.Single) : From(left.Double * right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator /(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(left.Single / right.Single) : From(left.Double / right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator -(Scalar<T> value) => typeof(T) == typeof(float) ? From(-value.Single) : From(-value.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator &(Scalar<T> left, Scalar<T> right) => FromBits(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> operator |(Scalar<T> left, Scalar<T> right) => FromBits(left.Bits | right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ShiftLeft(Scalar<T> value, int bits) => FromBits(value.Bits << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ShiftRight(Scalar<T> value, int bits) => FromBits(value.Bits >> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> FusedMultiplyAdd(Scalar<T> left, Scalar<T> right, Scalar<T> addend) => typeof(T) == typeof(float)
        ? From(float.MultiplyAddEstimate(left.Single, right.Single, addend.Single))
        : From(double.MultiplyAddEstimate(left.Double, right.Double, addend.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Max(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(MathF.Max(left.Single, right.Single)) : From(Math.Max(left.Double, right.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Min(Scalar<T> left, Scalar<T> right) =>
        typeof(T) == typeof(float) ? From(MathF.Min(left.Single, right.Single)) : From(Math.Min(left.Double, right.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> AtMost(Scalar<T> value, Scalar<T> bound) => Select(GreaterThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> AtLeast(Scalar<T> value, Scalar<T> bound) => Select(GreaterThan(bound, value), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Abs(Scalar<T> value) =>
        typeof(T) == typeof(float) ? From(MathF.Abs(value.Single)) : From(Math.Abs(value.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Sqrt(Scalar<T> value) =>
        typeof(T) == typeof(float) ? From(MathF.Sqrt(value.Single)) : From(Math.Sqrt(value.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ReciprocalEstimate(Scalar<T> value) => typeof(T) == typeof(float) && Avx512F.VL.IsSupported
        ? From(Avx512F.Reciprocal14Scalar(Vector128.CreateScalarUnsafe(value.Single)).ToScalar())
        : Constant(1) / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Round(Scalar<T> value) =>
        typeof(T) == typeof(float) ? From(MathF.Round(value.Single)) : From(Math.Round(value.Double));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> GreaterThan(Scalar<T> left, Scalar<T> right) =>
        Mask(typeof(T) == typeof(float) ? left.Single > right.Single : left.Double > right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Equal(Scalar<T> left, Scalar<T> right) =>
        Mask(typeof(T) == typeof(float) ? left.Single == right.Single : left.Double == right.Double);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Select(Scalar<T> condition, Scalar<T> whenTrue, Scalar<T> whenFalse) =>
        condition.Bits != 0 ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> ScaleByPowerOfTwo(Scalar<T> value, Scalar<T> exponent) => SimdBits<Scalar<T>, T>.ScaleByPowerOfTwo(value, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> SplitExponent(Scalar<T> value, out Scalar<T> exponent) => SimdBits<Scalar<T>, T>.SplitExponent(value, out exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Scalar<T> value) => value.Lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxLane(Scalar<T> value) => value.Lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Exp(Scalar<T> value) => VectorMath<Scalar<T>, T>.Exp(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Log(Scalar<T> value) => VectorMath<Scalar<T>, T>.Log(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Log1P(Scalar<T> value) => VectorMath<Scalar<T>, T>.Log1P(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Tanh(Scalar<T> value) => VectorMath<Scalar<T>, T>.Tanh(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Sigmoid(Scalar<T> value) => VectorMath<Scalar<T>, T>.Sigmoid(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Softplus(Scalar<T> value) => VectorMath<Scalar<T>, T>.Softplus(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> NormalCdf(Scalar<T> value) => VectorMath<Scalar<T>, T>.NormalCdf(value, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> NormalCdf(Scalar<T> value, out Scalar<T> density) => VectorMath<Scalar<T>, T>.NormalCdf(value, out density);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> NormalPdf(Scalar<T> value)
    {
        VectorMath<Scalar<T>, T>.NormalCdf(value, out Scalar<T> density);
        return density;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Scalar<T> Uniform(RandomKey key, nint index) => Constant(Threefry.Draw<Word>(key, index).Lane * (double)Threefry.Unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> From(float value) => new(Unsafe.BitCast<float, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> From(double value) => new(Unsafe.BitCast<double, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> FromBits(ulong bits) =>
        new(typeof(T) == typeof(float) ? Unsafe.BitCast<uint, T>((uint)bits) : Unsafe.BitCast<ulong, T>(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Scalar<T> Mask(bool condition) => FromBits(condition ? ulong.MaxValue : 0);
}
