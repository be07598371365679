using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Which inputs a window holds and which windows hold an input, along one axis.</summary>
internal readonly record struct PoolAxis(int Input, int Output, int Window, int Stride, int Padding)
{
    /// <summary>The inputs of the window of number <paramref name="output"/> that exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PoolSpan Inputs(int output)
    {
        int start = Start(output);
        return new PoolSpan(Math.Max(0, start), Math.Min(Input, start + Window));
    }

    /// <summary>The windows that hold the input of number <paramref name="input"/>.</summary>
    internal PoolSpan Outputs(int input)
    {
        int end = input + Padding;
        int from = end < Window ? 0 : ((end - Window) / Stride) + 1;
        return new PoolSpan(from, Math.Min(Output, (end / Stride) + 1));
    }

    /// <summary>Where a window starts; below zero in the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Start(int output) => (output * Stride) - Padding;
}

/// <summary>The numbers from <paramref name="From"/> up to <paramref name="To"/>.</summary>
internal readonly record struct PoolSpan(int From, int To)
{
    internal int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(0, To - From);
    }
}
