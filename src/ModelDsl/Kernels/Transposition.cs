using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ModelDsl.Kernels;

/// <summary>Writes the columns of a matrix as rows.</summary>
internal static unsafe class Transposition
{
    /// <summary>Element (j, p) of <paramref name="source"/>, <paramref name="columns"/> × <paramref name="rows"/>, becomes element (p, j) of <paramref name="destination"/>.</summary>
    [MethodImpl(Simd.Loop)]
    internal static void Run<T>(T* source, nint sourceStride, T* destination, nint destinationStride, nint rows, nint columns)
        where T : unmanaged
    {
        nint j = 0;
        if (typeof(T) == typeof(float))
        {
            for (; Avx512F.IsSupported && j <= columns - 16; j += 16)
            {
                Sixteen((float*)(source + (j * sourceStride)), sourceStride, (float*)(destination + j), destinationStride, rows);
            }

            for (; (Sse.IsSupported || AdvSimd.Arm64.IsSupported) && j <= columns - 4; j += 4)
            {
                Four((float*)(source + (j * sourceStride)), sourceStride, (float*)(destination + j), destinationStride, rows);
            }
        }

        // A few rows at a time, so that each line of the destination is written while it is in the cache.
        const int block = 16;
        for (nint start = 0; start < rows && j < columns; start += block)
        {
            nint end = Math.Min(rows, start + block);
            for (nint column = j; column < columns; column++)
            {
                for (nint p = start; p < end; p++)
                {
                    destination[(p * destinationStride) + column] = source[(column * sourceStride) + p];
                }
            }
        }
    }

    /// <summary>Sixteen rows of the source, four columns at a time: lane i of 128 bits holds rows 4i to 4i + 3, and each lane is transposed in itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sixteen(float* source, nint stride, float* destination, nint step, nint rows)
    {
        nint p = 0;
        for (; p <= rows - 4; p += 4, destination += 4 * step)
        {
            Vector512<float> a = Quarters(source + p, 4 * stride), b = Quarters(source + stride + p, 4 * stride);
            Vector512<float> c = Quarters(source + (2 * stride) + p, 4 * stride), d = Quarters(source + (3 * stride) + p, 4 * stride);
            Vector512<double> lowAB = Avx512F.UnpackLow(a, b).AsDouble(), highAB = Avx512F.UnpackHigh(a, b).AsDouble();
            Vector512<double> lowCD = Avx512F.UnpackLow(c, d).AsDouble(), highCD = Avx512F.UnpackHigh(c, d).AsDouble();
            Avx512F.UnpackLow(lowAB, lowCD).AsSingle().Store(destination);
            Avx512F.UnpackHigh(lowAB, lowCD).AsSingle().Store(destination + step);
            Avx512F.UnpackLow(highAB, highCD).AsSingle().Store(destination + (2 * step));
            Avx512F.UnpackHigh(highAB, highCD).AsSingle().Store(destination + (3 * step));
        }

        Rest(source + p, stride, destination, step, rows - p, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(float* source, nint stride)
    {
        // Parts that come from memory, each put in its place, leave the one unit that moves lanes to the transposition.
        Vector512<float> rows = Vector128.Load(source).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + stride), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.Load(source + (2 * stride)), 2);
        return Avx512F.InsertVector128(rows, Vector128.Load(source + (3 * stride)), 3);
    }

    /// <summary>Four rows of the source, four columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(float* source, nint stride, float* destination, nint step, nint rows)
    {
        nint p = 0;
        for (; p <= rows - 4; p += 4, destination += 4 * step)
        {
            Vector128<float> a = Vector128.Load(source + p), b = Vector128.Load(source + stride + p);
            Vector128<float> c = Vector128.Load(source + (2 * stride) + p), d = Vector128.Load(source + (3 * stride) + p);
            Vector128<float> lowAC = Low(a, c), highAC = High(a, c), lowBD = Low(b, d), highBD = High(b, d);
            Low(lowAC, lowBD).Store(destination);
            High(lowAC, lowBD).Store(destination + step);
            Low(highAC, highBD).Store(destination + (2 * step));
            High(highAC, highBD).Store(destination + (3 * step));
        }

        Rest(source + p, stride, destination, step, rows - p, 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);

    private static void Rest(float* source, nint stride, float* destination, nint step, nint rows, nint columns)
    {
        for (nint p = 0; p < rows; p++)
        {
            for (nint j = 0; j < columns; j++)
            {
                destination[(p * step) + j] = source[(j * stride) + p];
            }
        }
    }
}
