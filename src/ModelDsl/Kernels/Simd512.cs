using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>512 bits of lanes.</summary>
internal readonly unsafe struct Simd512<T>(Vector512<T> lanes) : ISimd<Simd512<T>, T>
    where T : unmanaged
{
    internal readonly Vector512<T> Lanes = lanes;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<T>.Count;
    }

    public static double ExponentOfZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported ? SimdBits<Simd512<T>, T>.ExponentOfZeroOfInstruction : SimdBits<Simd512<T>, T>.ExponentOfZero;
    }

    public static Simd512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.Zero);
    }

    public static Simd512<T> Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Splat(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Constant(double value) =>
        typeof(T) == typeof(float) ? new(Vector512.Create((float)value).As<float, T>()) : new(Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Load(Address<T> source) => new(Vector512.Load(source.Pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Load(Address<T> source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        if (Avx512F.IsSupported)
        {
            Vector512<T> mask = Vector512.GreaterThan(Constant(count).Lanes, Vector512<T>.Indices);
            return typeof(T) == typeof(float)
                ? new(Avx512F.MaskLoad((float*)source.Pointer, mask.AsSingle(), Vector512<float>.Zero).As<float, T>())
                : new(Avx512F.MaskLoad((double*)source.Pointer, mask.AsDouble(), Vector512<double>.Zero).As<double, T>());
        }

        Simd512<T> lanes = default;
        Lane.Copy(source.Pointer, (T*)&lanes, count);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd512<T> value, Address<T> destination) => value.Lanes.Store(destination.Pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd512<T> value, Address<T> destination, int count)
    {
        if (count >= Count)
        {
            Store(value, destination);
            return;
        }

        if (Avx512F.IsSupported)
        {
            Vector512<T> mask = Vector512.GreaterThan(Constant(count).Lanes, Vector512<T>.Indices);
            if (typeof(T) == typeof(float))
            {
                Avx512F.MaskStore((float*)destination.Pointer, mask.AsSingle(), value.Lanes.AsSingle());
            }
            else
            {
                Avx512F.MaskStore((double*)destination.Pointer, mask.AsDouble(), value.Lanes.AsDouble());
            }

            return;
        }

        Simd512<T> lanes = value;
        Lane.Copy((T*)&lanes, destination.Pointer, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator +(Simd512<T> left, Simd512<T> right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> left, Simd512<T> right) => new(left.Lanes - right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator *(Simd512<T> left, Simd512<T> right) => new(left.Lanes * right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator /(Simd512<T> left, Simd512<T> right) => new(left.Lanes / right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator -(Simd512<T> value) => new(-value.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator &(Simd512<T> left, Simd512<T> right) => new(left.Lanes & right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> operator |(Simd512<T> left, Simd512<T> right) => new(left.Lanes | right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ShiftLeft(Simd512<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector512.ShiftLeft(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector512.ShiftLeft(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ShiftRight(Simd512<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector512.ShiftRightLogical(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector512.ShiftRightLogical(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> FusedMultiplyAdd(Simd512<T> left, Simd512<T> right, Simd512<T> addend) => typeof(T) == typeof(float)
        ? new(Vector512.MultiplyAddEstimate(left.Lanes.AsSingle(), right.Lanes.AsSingle(), addend.Lanes.AsSingle()).As<float, T>())
        : new(Vector512.MultiplyAddEstimate(left.Lanes.AsDouble(), right.Lanes.AsDouble(), addend.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Max(Simd512<T> left, Simd512<T> right) => new(Vector512.Max(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Min(Simd512<T> left, Simd512<T> right) => new(Vector512.Min(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtMost(Simd512<T> value, Simd512<T> bound)
    {
        if (Avx512F.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Avx512F.Min(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Avx512F.Min(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(value, bound), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> AtLeast(Simd512<T> value, Simd512<T> bound)
    {
        if (Avx512F.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Avx512F.Max(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Avx512F.Max(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(bound, value), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Abs(Simd512<T> value) => new(Vector512.Abs(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Sqrt(Simd512<T> value) => new(Vector512.Sqrt(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ReciprocalEstimate(Simd512<T> value) => typeof(T) == typeof(float) && Avx512F.VL.IsSupported
        ? new(Avx512F.Reciprocal14(value.Lanes.AsSingle()).As<float, T>())
        : Constant(1) / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Round(Simd512<T> value) => typeof(T) == typeof(float)
        ? new(Vector512.Round(value.Lanes.AsSingle()).As<float, T>())
        : new(Vector512.Round(value.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> GreaterThan(Simd512<T> left, Simd512<T> right) => new(Vector512.GreaterThan(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Equal(Simd512<T> left, Simd512<T> right) => new(Vector512.Equals(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Select(Simd512<T> condition, Simd512<T> whenTrue, Simd512<T> whenFalse) =>
        new(Vector512.ConditionalSelect(condition.Lanes, whenTrue.Lanes, whenFalse.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> ScaleByPowerOfTwo(Simd512<T> value, Simd512<T> exponent)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.Scale(value.Lanes.AsSingle(), exponent.Lanes.AsSingle()).As<float, T>())
                : new(Avx512F.Scale(value.Lanes.AsDouble(), exponent.Lanes.AsDouble()).As<double, T>());
        }

        return SimdBits<Simd512<T>, T>.ScaleByPowerOfTwo(value, exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> SplitExponent(Simd512<T> value, out Simd512<T> exponent) => SimdBits<Simd512<T>, T>.SplitExponent(value, out exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Simd512<T> value) => Simd256<T>.Sum(new(value.Lanes.GetLower() + value.Lanes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxLane(Simd512<T> value) => Simd256<T>.MaxLane(Simd256<T>.AtLeast(new(value.Lanes.GetLower()), new(value.Lanes.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Exp(Simd512<T> value) => VectorMath<Simd512<T>, T>.Exp(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Log(Simd512<T> value) => VectorMath<Simd512<T>, T>.Log(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Log1P(Simd512<T> value) => VectorMath<Simd512<T>, T>.Log1P(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Tanh(Simd512<T> value) => VectorMath<Simd512<T>, T>.Tanh(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Sigmoid(Simd512<T> value) => VectorMath<Simd512<T>, T>.Sigmoid(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Softplus(Simd512<T> value) => VectorMath<Simd512<T>, T>.Softplus(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> NormalCdf(Simd512<T> value) => VectorMath<Simd512<T>, T>.NormalCdf(value, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> NormalCdf(Simd512<T> value, out Simd512<T> density) => VectorMath<Simd512<T>, T>.NormalCdf(value, out density);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> NormalPdf(Simd512<T> value)
    {
        VectorMath<Simd512<T>, T>.NormalCdf(value, out Simd512<T> density);
        return density;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd512<T> Uniform(RandomKey key, nint index) => typeof(T) == typeof(float)
        ? new((Vector512.ConvertToSingle(Threefry.Draw<Words512>(key, index).Lanes.AsInt32()) * Vector512.Create(Threefry.Unit)).As<float, T>())
        : new((Vector512.ConvertToDouble(Vector512.WidenLower(Threefry.Draw<Words256>(key, index).Lanes.ToVector512()).AsInt64()) * Vector512.Create((double)Threefry.Unit)).As<double, T>());
}
