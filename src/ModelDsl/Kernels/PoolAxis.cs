using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Which inputs a window holds and which windows hold an input, along one axis.</summary>
internal readonly record struct PoolAxis(int Input, int Output, int Window, int Stride, int Padding)
{
    /// <summary>The inputs of the window of number <paramref name="output"/> that exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PixelSpan Inputs(int output)
    {
        int start = Start(output);
        return new PixelSpan(Math.Max(0, start), Math.Min(Input, start + Window));
    }

    /// <summary>The windows that hold the input of number <paramref name="input"/>.</summary>
    internal PixelSpan Outputs(int input)
    {
        int end = input + Padding;
        int from = end < Window ? 0 : ((end - Window) / Stride) + 1;
        return new PixelSpan(from, Math.Min(Output, (end / Stride) + 1));
    }

    /// <summary>Where a window starts; below zero in the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Start(int output) => (output * Stride) - Padding;
}

/// <summary>The windows that hold one input after the other, without a division for each.</summary>
internal struct PoolOutputs
{
    private readonly int output;
    private readonly int stride;
    private int end;
    private int from;
    private int to;
    private int nextFrom;
    private int nextTo;

    /// <summary>Starts at the first input.</summary>
    internal PoolOutputs(in PoolAxis axis)
    {
        (output, stride, end) = (axis.Output, axis.Stride, axis.Padding);
        (from, to) = (axis.Outputs(0).From, (end / stride) + 1);
        (nextFrom, nextTo) = ((from * stride) + axis.Window, to * stride);
    }

    /// <summary>The windows that hold the current input.</summary>
    internal readonly PixelSpan Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(from, Math.Min(output, to));
    }

    /// <summary>Goes on to the next input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Move()
    {
        end++;
        if (end == nextTo)
        {
            to++;
            nextTo += stride;
        }

        if (end == nextFrom)
        {
            from++;
            nextFrom += stride;
        }
    }
}
