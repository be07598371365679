using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>256 bits of lanes.</summary>
internal readonly unsafe struct Simd256<T>(Vector256<T> lanes) : ISimd<Simd256<T>, T>
    where T : unmanaged
{
    internal readonly Vector256<T> Lanes = lanes;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<T>.Count;
    }

    public static double ExponentOfZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.VL.IsSupported ? SimdBits<Simd256<T>, T>.ExponentOfZeroOfInstruction : SimdBits<Simd256<T>, T>.ExponentOfZero;
    }

    public static Simd256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<T>.Zero);
    }

    public static Simd256<T> Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<T>.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Splat(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Constant(double value) =>
        typeof(T) == typeof(float) ? new(Vector256.Create((float)value).As<float, T>()) : new(Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Load(Address<T> source) => new(Vector256.Load(source.Pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Load(Address<T> source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        if (Avx.IsSupported)
        {
            Vector256<T> mask = Vector256.GreaterThan(Constant(count).Lanes, Vector256<T>.Indices);
            return typeof(T) == typeof(float)
                ? new(Avx.MaskLoad((float*)source.Pointer, mask.AsSingle()).As<float, T>())
                : new(Avx.MaskLoad((double*)source.Pointer, mask.AsDouble()).As<double, T>());
        }

        Simd256<T> lanes = default;
        Lane.Copy(source.Pointer, (T*)&lanes, count);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd256<T> value, Address<T> destination) => value.Lanes.Store(destination.Pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd256<T> value, Address<T> destination, int count)
    {
        if (count >= Count)
        {
            Store(value, destination);
            return;
        }

        if (Avx.IsSupported)
        {
            Vector256<T> mask = Vector256.GreaterThan(Constant(count).Lanes, Vector256<T>.Indices);
            if (typeof(T) == typeof(float))
            {
                Avx.MaskStore((float*)destination.Pointer, mask.AsSingle(), value.Lanes.AsSingle());
            }
            else
            {
                Avx.MaskStore((double*)destination.Pointer, mask.AsDouble(), value.Lanes.AsDouble());
            }

            return;
        }

        Simd256<T> lanes = value;
        Lane.Copy((T*)&lanes, destination.Pointer, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator +(Simd256<T> left, Simd256<T> right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> left, Simd256<T> right) => new(left.Lanes - right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator *(Simd256<T> left, Simd256<T> right) => new(left.Lanes * right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator /(Simd256<T> left, Simd256<T> right) => new(left.Lanes / right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator -(Simd256<T> value) => new(-value.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator &(Simd256<T> left, Simd256<T> right) => new(left.Lanes & right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> operator |(Simd256<T> left, Simd256<T> right) => new(left.Lanes | right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ShiftLeft(Simd256<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector256.ShiftLeft(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector256.ShiftLeft(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ShiftRight(Simd256<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector256.ShiftRightLogical(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector256.ShiftRightLogical(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> FusedMultiplyAdd(Simd256<T> left, Simd256<T> right, Simd256<T> addend) => typeof(T) == typeof(float)
        ? new(Vector256.MultiplyAddEstimate(left.Lanes.AsSingle(), right.Lanes.AsSingle(), addend.Lanes.AsSingle()).As<float, T>())
        : new(Vector256.MultiplyAddEstimate(left.Lanes.AsDouble(), right.Lanes.AsDouble(), addend.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Max(Simd256<T> left, Simd256<T> right) => new(Vector256.Max(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Min(Simd256<T> left, Simd256<T> right) => new(Vector256.Min(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtMost(Simd256<T> value, Simd256<T> bound)
    {
        if (Avx.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Avx.Min(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Avx.Min(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(value, bound), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> AtLeast(Simd256<T> value, Simd256<T> bound)
    {
        if (Avx.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Avx.Max(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Avx.Max(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(bound, value), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Abs(Simd256<T> value) => new(Vector256.Abs(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Sqrt(Simd256<T> value) => new(Vector256.Sqrt(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ReciprocalEstimate(Simd256<T> value) => typeof(T) == typeof(float) && Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Reciprocal14(value.Lanes.AsSingle()).As<float, T>())
        : Constant(1) / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Round(Simd256<T> value) => typeof(T) == typeof(float)
        ? new(Vector256.Round(value.Lanes.AsSingle()).As<float, T>())
        : new(Vector256.Round(value.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> GreaterThan(Simd256<T> left, Simd256<T> right) => new(Vector256.GreaterThan(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Equal(Simd256<T> left, Simd256<T> right) => new(Vector256.Equals(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Select(Simd256<T> condition, Simd256<T> whenTrue, Simd256<T> whenFalse) =>
        new(Vector256.ConditionalSelect(condition.Lanes, whenTrue.Lanes, whenFalse.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> ScaleByPowerOfTwo(Simd256<T> value, Simd256<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.VL.Scale(value.Lanes.AsSingle(), exponent.Lanes.AsSingle()).As<float, T>())
                : new(Avx512F.VL.Scale(value.Lanes.AsDouble(), exponent.Lanes.AsDouble()).As<double, T>());
        }

        return SimdBits<Simd256<T>, T>.ScaleByPowerOfTwo(value, exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> SplitExponent(Simd256<T> value, out Simd256<T> exponent) => SimdBits<Simd256<T>, T>.SplitExponent(value, out exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Simd256<T> value) => Simd128<T>.Sum(new(value.Lanes.GetLower() + value.Lanes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxLane(Simd256<T> value) => Simd128<T>.MaxLane(Simd128<T>.AtLeast(new(value.Lanes.GetLower()), new(value.Lanes.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Exp(Simd256<T> value) => VectorMath<Simd256<T>, T>.Exp(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Log(Simd256<T> value) => VectorMath<Simd256<T>, T>.Log(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Log1P(Simd256<T> value) => VectorMath<Simd256<T>, T>.Log1P(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Tanh(Simd256<T> value) => VectorMath<Simd256<T>, T>.Tanh(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Sigmoid(Simd256<T> value) => VectorMath<Simd256<T>, T>.Sigmoid(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Softplus(Simd256<T> value) => VectorMath<Simd256<T>, T>.Softplus(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> NormalCdf(Simd256<T> value) => VectorMath<Simd256<T>, T>.NormalCdf(value, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> NormalCdf(Simd256<T> value, out Simd256<T> density) => VectorMath<Simd256<T>, T>.NormalCdf(value, out density);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> NormalPdf(Simd256<T> value)
    {
        VectorMath<Simd256<T>, T>.NormalCdf(value, out Simd256<T> density);
        return density;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd256<T> Uniform(RandomKey key, nint index) => typeof(T) == typeof(float)
        ? new((Vector256.ConvertToSingle(Threefry.Draw<Words256>(key, index).Lanes.AsInt32()) * Vector256.Create(Threefry.Unit)).As<float, T>())
        : new((Vector256.ConvertToDouble(Vector256.WidenLower(Threefry.Draw<Words128>(key, index).Lanes.ToVector256()).AsInt64()) * Vector256.Create((double)Threefry.Unit)).As<double, T>());
}
