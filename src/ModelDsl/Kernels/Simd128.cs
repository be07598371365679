using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>128 bits of lanes.</summary>
internal readonly unsafe struct Simd128<T>(Vector128<T> lanes) : ISimd<Simd128<T>, T>
    where T : unmanaged
{
    internal readonly Vector128<T> Lanes = lanes;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<T>.Count;
    }

    public static double ExponentOfZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.VL.IsSupported ? SimdBits<Simd128<T>, T>.ExponentOfZeroOfInstruction : SimdBits<Simd128<T>, T>.ExponentOfZero;
    }

    public static Simd128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.Zero);
    }

    public static Simd128<T> Iota
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.Indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Splat(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Constant(double value) =>
        typeof(T) == typeof(float) ? new(Vector128.Create((float)value).As<float, T>()) : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Load(Address<T> source) => new(Vector128.Load(source.Pointer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Load(Address<T> source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        if (Avx.IsSupported)
        {
            Vector128<T> mask = Vector128.GreaterThan(Constant(count).Lanes, Vector128<T>.Indices);
            return typeof(T) == typeof(float)
                ? new(Avx.MaskLoad((float*)source.Pointer, mask.AsSingle()).As<float, T>())
                : new(Avx.MaskLoad((double*)source.Pointer, mask.AsDouble()).As<double, T>());
        }

        Simd128<T> lanes = default;
        Lane.Copy(source.Pointer, (T*)&lanes, count);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd128<T> value, Address<T> destination) => value.Lanes.Store(destination.Pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Simd128<T> value, Address<T> destination, int count)
    {
        if (count >= Count)
        {
            Store(value, destination);
            return;
        }

        if (Avx.IsSupported)
        {
            Vector128<T> mask = Vector128.GreaterThan(Constant(count).Lanes, Vector128<T>.Indices);
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

        Simd128<T> lanes = value;
        Lane.Copy((T*)&lanes, destination.Pointer, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator +(Simd128<T> left, Simd128<T> right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> left, Simd128<T> right) => new(left.Lanes - right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator *(Simd128<T> left, Simd128<T> right) => new(left.Lanes * right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator /(Simd128<T> left, Simd128<T> right) => new(left.Lanes / right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator -(Simd128<T> value) => new(-value.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator &(Simd128<T> left, Simd128<T> right) => new(left.Lanes & right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> operator |(Simd128<T> left, Simd128<T> right) => new(left.Lanes | right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ShiftLeft(Simd128<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector128.ShiftLeft(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector128.ShiftLeft(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ShiftRight(Simd128<T> value, int bits) => typeof(T) == typeof(float)
        ? new(Vector128.ShiftRightLogical(value.Lanes.AsUInt32(), bits).As<uint, T>())
        : new(Vector128.ShiftRightLogical(value.Lanes.AsUInt64(), bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> FusedMultiplyAdd(Simd128<T> left, Simd128<T> right, Simd128<T> addend) => typeof(T) == typeof(float)
        ? new(Vector128.MultiplyAddEstimate(left.Lanes.AsSingle(), right.Lanes.AsSingle(), addend.Lanes.AsSingle()).As<float, T>())
        : new(Vector128.MultiplyAddEstimate(left.Lanes.AsDouble(), right.Lanes.AsDouble(), addend.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Max(Simd128<T> left, Simd128<T> right) => new(Vector128.Max(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Min(Simd128<T> left, Simd128<T> right) => new(Vector128.Min(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtMost(Simd128<T> value, Simd128<T> bound)
    {
        if (Sse2.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Sse.Min(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Sse2.Min(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(value, bound), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> AtLeast(Simd128<T> value, Simd128<T> bound)
    {
        if (Sse2.IsSupported)
        {
            // The instruction gives its second operand where either is NaN.
            return typeof(T) == typeof(float)
                ? new(Sse.Max(bound.Lanes.AsSingle(), value.Lanes.AsSingle()).As<float, T>())
                : new(Sse2.Max(bound.Lanes.AsDouble(), value.Lanes.AsDouble()).As<double, T>());
        }

        return Select(GreaterThan(bound, value), bound, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Abs(Simd128<T> value) => new(Vector128.Abs(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Sqrt(Simd128<T> value) => new(Vector128.Sqrt(value.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ReciprocalEstimate(Simd128<T> value) => typeof(T) == typeof(float) && Avx512F.VL.IsSupported
        ? new(Avx512F.VL.Reciprocal14(value.Lanes.AsSingle()).As<float, T>())
        : Constant(1) / value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Round(Simd128<T> value) => typeof(T) == typeof(float)
        ? new(Vector128.Round(value.Lanes.AsSingle()).As<float, T>())
        : new(Vector128.Round(value.Lanes.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> GreaterThan(Simd128<T> left, Simd128<T> right) => new(Vector128.GreaterThan(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Equal(Simd128<T> left, Simd128<T> right) => new(Vector128.Equals(left.Lanes, right.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Select(Simd128<T> condition, Simd128<T> whenTrue, Simd128<T> whenFalse) =>
        new(Vector128.ConditionalSelect(condition.Lanes, whenTrue.Lanes, whenFalse.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> ScaleByPowerOfTwo(Simd128<T> value, Simd128<T> exponent)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? new(Avx512F.VL.Scale(value.Lanes.AsSingle(), exponent.Lanes.AsSingle()).As<float, T>())
                : new(Avx512F.VL.Scale(value.Lanes.AsDouble(), exponent.Lanes.AsDouble()).As<double, T>());
        }

        return SimdBits<Simd128<T>, T>.ScaleByPowerOfTwo(value, exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> SplitExponent(Simd128<T> value, out Simd128<T> exponent) => SimdBits<Simd128<T>, T>.SplitExponent(value, out exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Simd128<T> value)
    {
        // Halves are added to halves, as in the wider vectors.
        if (typeof(T) == typeof(float))
        {
            Vector128<float> lanes = value.Lanes.AsSingle();
            lanes += Vector128.Shuffle(lanes, Vector128.Create(2, 3, 0, 1));
            return Unsafe.BitCast<float, T>(lanes[0] + lanes[1]);
        }

        Vector128<double> pair = value.Lanes.AsDouble();
        return Unsafe.BitCast<double, T>(pair[0] + pair[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxLane(Simd128<T> value)
    {
        if (typeof(T) == typeof(float))
        {
            value = AtLeast(value, new(Vector128.Shuffle(value.Lanes.AsSingle(), Vector128.Create(2, 3, 0, 1)).As<float, T>()));
            return AtLeast(value, new(Vector128.Shuffle(value.Lanes.AsSingle(), Vector128.Create(1, 0, 3, 2)).As<float, T>())).Lanes.ToScalar();
        }

        return AtLeast(value, new(Vector128.Shuffle(value.Lanes.AsDouble(), Vector128.Create(1L, 0)).As<double, T>())).Lanes.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Exp(Simd128<T> value) => VectorMath<Simd128<T>, T>.Exp(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Log(Simd128<T> value) => VectorMath<Simd128<T>, T>.Log(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Log1P(Simd128<T> value) => VectorMath<Simd128<T>, T>.Log1P(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Tanh(Simd128<T> value) => VectorMath<Simd128<T>, T>.Tanh(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Sigmoid(Simd128<T> value) => VectorMath<Simd128<T>, T>.Sigmoid(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Softplus(Simd128<T> value) => VectorMath<Simd128<T>, T>.Softplus(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> NormalCdf(Simd128<T> value) => VectorMath<Simd128<T>, T>.NormalCdf(value, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> NormalCdf(Simd128<T> value, out Simd128<T> density) => VectorMath<Simd128<T>, T>.NormalCdf(value, out density);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> NormalPdf(Simd128<T> value)
    {
        VectorMath<Simd128<T>, T>.NormalCdf(value, out Simd128<T> density);
        return density;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Simd128<T> Uniform(RandomKey key, nint index)
    {
        Vector128<uint> words = Threefry.Draw<Words128>(key, index).Lanes;
        return typeof(T) == typeof(float)
            ? new((Vector128.ConvertToSingle(words.AsInt32()) * Vector128.Create(Threefry.Unit)).As<float, T>())
            : new((Vector128.ConvertToDouble(Vector128.WidenLower(words).AsInt64()) * Vector128.Create((double)Threefry.Unit)).As<double, T>());
    }
}
