using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>
/// Places in a window, as lanes of the vectors that the maxima are in, and as the compact integers that are kept. A lane is 1 + place × ε, with the
/// place in its low bits: a normal number, which compares at full speed, and of which the low bits alone are stored.
/// </summary>
internal static unsafe class PoolIndex<V, T, TIndex>
    where V : struct, ISimd<V, T>
    where T : unmanaged
    where TIndex : unmanaged
{
    /// <summary>What the next place adds to a lane.</summary>
    internal static V Step
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Constant(Epsilon);
    }

    private static double Epsilon
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 1.0 / (1 << 23) : 1.0 / (1L << 52);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Place(int place) => V.Constant(1 + (place * Epsilon));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(V places, Address<TIndex> destination, int count)
    {
        if (typeof(V) == typeof(Simd512<float>) && Avx512F.IsSupported && count == V.Count)
        {
            Vector512<uint> lanes = Unsafe.BitCast<V, Vector512<uint>>(places);
            if (typeof(TIndex) == typeof(byte))
            {
                Avx512F.ConvertToVector128Byte(lanes).Store((byte*)destination.Pointer);
            }
            else
            {
                Avx512F.ConvertToVector256UInt16(lanes).Store((ushort*)destination.Pointer);
            }
        }
        else if (typeof(V) == typeof(Simd256<float>) && count == V.Count)
        {
            Vector256<uint> lanes = Unsafe.BitCast<V, Vector256<uint>>(places);
            Store(Vector128.Narrow(lanes.GetLower(), lanes.GetUpper()), destination.Pointer);
        }
        else if (typeof(V) == typeof(Simd128<float>) && count == V.Count)
        {
            Vector128<uint> lanes = Unsafe.BitCast<V, Vector128<uint>>(places);
            StoreLower(Vector128.Narrow(lanes, lanes), destination.Pointer);
        }
        else
        {
            StoreLanes(places, destination.Pointer, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Load(Address<TIndex> source, int count)
    {
        if (typeof(V) == typeof(Simd512<float>) && Avx512F.IsSupported && count == V.Count)
        {
            Vector512<int> lanes = typeof(TIndex) == typeof(byte)
                ? Avx512F.ConvertToVector512Int32(Vector128.Load((byte*)source.Pointer))
                : Avx512F.ConvertToVector512Int32(Vector256.Load((ushort*)source.Pointer));
            return Unsafe.BitCast<Vector512<int>, V>(lanes) | V.Constant(1);
        }

        if (typeof(V) == typeof(Simd256<float>) && count == V.Count)
        {
            Vector128<ushort> places = typeof(TIndex) == typeof(byte)
                ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source.Pointer)).AsByte())
                : Vector128.Load((ushort*)source.Pointer);
            return Unsafe.BitCast<Vector256<uint>, V>(Vector256.Create(Vector128.WidenLower(places), Vector128.WidenUpper(places))) | V.Constant(1);
        }

        if (typeof(V) == typeof(Simd128<float>) && count == V.Count)
        {
            Vector128<ushort> places = typeof(TIndex) == typeof(byte)
                ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(source.Pointer)).AsByte())
                : Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(source.Pointer)).AsUInt16();
            return Unsafe.BitCast<Vector128<uint>, V>(Vector128.WidenLower(places)) | V.Constant(1);
        }

        return LoadLanes(source.Pointer, count) | V.Constant(1);
    }

    /// <summary>Eight places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<ushort> places, TIndex* destination)
    {
        if (typeof(TIndex) == typeof(byte))
        {
            Unsafe.WriteUnaligned(destination, Vector128.Narrow(places, places).AsUInt64().ToScalar());
        }
        else
        {
            places.Store((ushort*)destination);
        }
    }

    /// <summary>Four places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLower(Vector128<ushort> places, TIndex* destination)
    {
        if (typeof(TIndex) == typeof(byte))
        {
            Unsafe.WriteUnaligned(destination, Vector128.Narrow(places, places).AsUInt32().ToScalar());
        }
        else
        {
            Unsafe.WriteUnaligned(destination, places.AsUInt64().ToScalar());
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void StoreLanes(V places, TIndex* destination, int count)
    {
        void* lanes = Unsafe.AsPointer(ref places);
        for (int i = 0; i < count; i++)
        {
            uint place = typeof(T) == typeof(float) ? ((uint*)lanes)[i] : (uint)((ulong*)lanes)[i];
            if (typeof(TIndex) == typeof(byte))
            {
                ((byte*)destination)[i] = (byte)place;
            }
            else
            {
                ((ushort*)destination)[i] = (ushort)place;
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    private static V LoadLanes(TIndex* source, int count)
    {
        V places = V.Zero;
        void* lanes = Unsafe.AsPointer(ref places);
        for (int i = 0; i < count; i++)
        {
            uint place = typeof(TIndex) == typeof(byte) ? ((byte*)source)[i] : ((ushort*)source)[i];
            if (typeof(T) == typeof(float))
            {
                ((uint*)lanes)[i] = place;
            }
            else
            {
                ((ulong*)lanes)[i] = place;
            }
        }

        return places;
    }
}
