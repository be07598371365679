using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What computes one row of an image, counted over all examples.</summary>
internal interface IResampleRow<T>
    where T : unmanaged
{
    void Run<V>(nint row)
        where V : struct, ISimd<V, T>;
}

/// <summary>Rows of images, cut into blocks of <paramref name="height"/>.</summary>
internal readonly struct ResampleJob<T, TRow>(TRow row, nint rows, nint height, int channels) : IJob
    where T : unmanaged
    where TRow : struct, IResampleRow<T>
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.RunRows<T, ResampleRows<T, TRow>>(new ResampleRows<T, TRow>(row, from, nint.Min(rows, from + height)), channels);
    }
}

/// <summary>The rows from <paramref name="from"/> up to <paramref name="to"/>.</summary>
internal readonly struct ResampleRows<T, TRow>(TRow row, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
    where TRow : struct, IResampleRow<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint number = from; number < to; number++)
        {
            row.Run<V>(number);
        }
    }
}
