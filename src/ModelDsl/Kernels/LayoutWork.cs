using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A copy, cut into blocks.</summary>
internal readonly unsafe struct CopyJob<T>(Address<T> source, Address<T> destination, CopyPlan plan) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        (nint from, nint to) = plan.BlocksOf(part);
        for (nint number = from; number < to; number++)
        {
            (nint start, nint end, nint rows, nint columns) = plan.Block(number);
            T* input = (source + start).Pointer;
            T* output = (destination + end).Pointer;
            switch (plan.Kind)
            {
                case CopyKind.Rows:
                    Simd.RunRows<T, CopyRows<T>>(new CopyRows<T>(new(input), plan.Middle.Source, new(output), plan.Middle.Destination, rows, columns), columns);
                    break;
                case CopyKind.Transposed:
                    Transposition.Run(input, plan.Inner.Source, output, plan.Middle.Destination, rows, columns);
                    break;
                default:
                    Strided(input, output, rows, columns);
                    break;
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    private void Strided(T* input, T* output, nint rows, nint columns)
    {
        nint inputStep = plan.Inner.Source, outputStep = plan.Inner.Destination;
        for (; rows > 0; rows--, input += plan.Middle.Source, output += plan.Middle.Destination)
        {
            for (nint column = 0; column < columns; column++)
            {
                output[column * outputStep] = input[column * inputStep];
            }
        }
    }
}

/// <summary>A copy of rows that are contiguous in themselves.</summary>
internal readonly struct CopyRows<T>(Address<T> source, nint sourceStride, Address<T> destination, nint destinationStride, nint rows, nint columns) : ISimdWork<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        Address<T> input = source, output = destination;
        nint length = columns, lastFull = length - V.Count;
        int rest = (int)(length % V.Count);
        for (nint row = 0; row < rows; row++, input += sourceStride, output += destinationStride)
        {
            nint column = 0;
            for (; column <= lastFull; column += V.Count)
            {
                V.Store(V.Load(input + column), output + column);
            }

            if (rest > 0)
            {
                V.Store(V.Load(input + column, rest), output + column, rest);
            }
        }
    }
}

/// <summary>Zeros, cut into parts of <paramref name="size"/> elements.</summary>
internal readonly unsafe struct ClearJob<T>(Address<T> destination, nint count, nint size) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint from = part * size;
        new Span<T>((destination + from).Pointer, (int)nint.Min(size, count - from)).Clear();
    }
}

/// <summary>Steps in reverse, cut into blocks of <paramref name="height"/> steps of the result.</summary>
internal readonly unsafe struct ReverseJob<T>(Address<T> source, Address<T> destination, Address<T> lengths, nint rows, nint steps, nint columns, nint height) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint end = nint.Min(rows, (part + 1) * height);
        for (nint row = part * height; row < end; row++)
        {
            (nint example, nint step) = Math.DivRem(row, steps);
            nint length = lengths.Pointer is null ? steps : Lookup.Id(lengths[example]);
            nint from = (example * steps) + (step < length ? length - 1 - step : step);
            new ReadOnlySpan<T>(source.Pointer + (from * columns), (int)columns).CopyTo(new Span<T>(destination.Pointer + (row * columns), (int)columns));
        }
    }
}
