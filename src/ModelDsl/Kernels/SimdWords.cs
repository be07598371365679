using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>A vector of 32-bit words, as <see cref="Threefry"/> needs it.</summary>
internal interface IWords<TSelf>
    where TSelf : struct, IWords<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes <paramref name="value"/>.</summary>
    static abstract TSelf Splat(uint value);

    /// <summary>The low words of <paramref name="first"/>, <paramref name="first"/> + 1, …; <paramref name="high"/> gets the high words.</summary>
    static abstract TSelf Counters(ulong first, out TSelf high);

    /// <summary>The words <paramref name="first"/>, <paramref name="first"/> + <paramref name="step"/>, … modulo 2^32.</summary>
    static abstract TSelf Progression(uint first, uint step);

    /// <summary>Writes the words of all lanes from <paramref name="destination"/> on.</summary>
    static abstract unsafe void Store(TSelf value, uint* destination);

    /// <summary>Sum modulo 2^32.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Exclusive or.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Rotation by a constant number of bits.</summary>
    static abstract TSelf RotateLeft(TSelf value, [ConstantExpected] byte bits);

    /// <summary>Logical shift.</summary>
    static abstract TSelf ShiftRight(TSelf value, int bits);
}

/// <summary>One word.</summary>
internal readonly struct Word(uint lane) : IWords<Word>
{
    internal readonly uint Lane = lane;

    public static int Count => 1;

    public static Word Splat(uint value) => new(value);

    public static Word Counters(ulong first, out Word high)
    {
        high = new((uint)(first >> 32));
        return new((uint)first);
    }

    public static Word Progression(uint first, uint step) => new(first);

    public static unsafe void Store(Word value, uint* destination) => *destination = value.Lane;

    public static Word operator +(Word left, Word right) => new(left.Lane + right.Lane);

    public static Word operator ^(Word left, Word right) => new(left.Lane ^ right.Lane);

    public static Word RotateLeft(Word value, [ConstantExpected] byte bits) => new(BitOperations.RotateLeft(value.Lane, bits));

    public static Word ShiftRight(Word value, int bits) => new(value.Lane >> bits);
}

/// <summary>128 bits of words.</summary>
internal readonly struct Words128(Vector128<uint> lanes) : IWords<Words128>
{
    internal readonly Vector128<uint> Lanes = lanes;

    public static int Count => Vector128<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Splat(uint value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Counters(ulong first, out Words128 high)
    {
        Vector128<uint> start = Vector128.Create((uint)first);
        Vector128<uint> low = start + Vector128<uint>.Indices;

        // A lane that wrapped round is below the start; its mask is -1, so that subtracting it carries.
        high = new(Vector128.Create((uint)(first >> 32)) - Vector128.LessThan(low, start));
        return new(low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Progression(uint first, uint step) => new(Vector128.Create(first) + (Vector128<uint>.Indices * Vector128.Create(step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Words128 value, uint* destination) => value.Lanes.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 operator +(Words128 left, Words128 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 operator ^(Words128 left, Words128 right) => new(left.Lanes ^ right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 RotateLeft(Words128 value, [ConstantExpected] byte bits) => Avx512F.VL.IsSupported
        ? new(Avx512F.VL.RotateLeft(value.Lanes, bits))
        : new((value.Lanes << bits) | (value.Lanes >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 ShiftRight(Words128 value, int bits) => new(value.Lanes >>> bits);
}

/// <summary>256 bits of words.</summary>
internal readonly struct Words256(Vector256<uint> lanes) : IWords<Words256>
{
    internal readonly Vector256<uint> Lanes = lanes;

    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Splat(uint value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Counters(ulong first, out Words256 high)
    {
        Vector256<uint> start = Vector256.Create((uint)first);
        Vector256<uint> low = start + Vector256<uint>.Indices;

        // A lane that wrapped round is below the start; its mask is -1, so that subtracting it carries.
        high = new(Vector256.Create((uint)(first >> 32)) - Vector256.LessThan(low, start));
        return new(low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Progression(uint first, uint step) => new(Vector256.Create(first) + (Vector256<uint>.Indices * Vector256.Create(step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Words256 value, uint* destination) => value.Lanes.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 operator +(Words256 left, Words256 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 operator ^(Words256 left, Words256 right) => new(left.Lanes ^ right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 RotateLeft(Words256 value, [ConstantExpected] byte bits) => Avx512F.VL.IsSupported
        ? new(Avx512F.VL.RotateLeft(value.Lanes, bits))
        : new((value.Lanes << bits) | (value.Lanes >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 ShiftRight(Words256 value, int bits) => new(value.Lanes >>> bits);
}

/// <summary>512 bits of words.</summary>
internal readonly struct Words512(Vector512<uint> lanes) : IWords<Words512>
{
    internal readonly Vector512<uint> Lanes = lanes;

    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Splat(uint value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Counters(ulong first, out Words512 high)
    {
        Vector512<uint> start = Vector512.Create((uint)first);
        Vector512<uint> low = start + Vector512<uint>.Indices;

        // A lane that wrapped round is below the start; its mask is -1, so that subtracting it carries.
        high = new(Vector512.Create((uint)(first >> 32)) - Vector512.LessThan(low, start));
        return new(low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Progression(uint first, uint step) => new(Vector512.Create(first) + (Vector512<uint>.Indices * Vector512.Create(step)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(Words512 value, uint* destination) => value.Lanes.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 operator +(Words512 left, Words512 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 operator ^(Words512 left, Words512 right) => new(left.Lanes ^ right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 RotateLeft(Words512 value, [ConstantExpected] byte bits) => Avx512F.IsSupported
        ? new(Avx512F.RotateLeft(value.Lanes, bits))
        : new((value.Lanes << bits) | (value.Lanes >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 ShiftRight(Words512 value, int bits) => new(value.Lanes >>> bits);
}
