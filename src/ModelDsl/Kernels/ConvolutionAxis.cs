namespace ModelDsl.Kernels;

/// <summary>
/// How a convolution, or the gradient of its input, walks along the height or the width. Result o takes tap k of the kernel from the place
/// (o · SourceStep + k · TapStep + Shift) / OutputStep of the source, where that is whole. With o = j · OutputStep + r the places of a residue r are
/// j · SourceStep + <see cref="TryTap"/>: a plain convolution with some of the taps. A convolution has one residue, its gradient as many as its stride.
/// </summary>
internal readonly struct ConvolutionAxis
{
    internal readonly int Source;
    internal readonly int Output;
    internal readonly int Kernel;
    internal readonly int SourceStep;
    internal readonly int OutputStep;

    /// <summary>The smallest offset of a tap.</summary>
    internal readonly int First;

    /// <summary>The places from the smallest offset of a tap to the largest.</summary>
    internal readonly int Span;

    private readonly int tapStep;
    private readonly int shift;

    private ConvolutionAxis(int source, int output, int kernel, int sourceStep, int tapStep, int shift, int outputStep)
    {
        (Source, Output, Kernel, SourceStep, OutputStep) = (source, output, kernel, sourceStep, outputStep);
        (this.tapStep, this.shift) = (tapStep, shift);
        int first = int.MaxValue, last = int.MinValue;
        for (int residue = 0; residue < Math.Min(outputStep, output); residue++)
        {
            for (int i = 0; i < kernel; i++)
            {
                if (TryTap(residue, i, out _, out int offset))
                {
                    (first, last) = (Math.Min(first, offset), Math.Max(last, offset));
                }
            }
        }

        (First, Span) = first > last ? (0, 1) : (first, last - first + 1);
    }

    /// <summary>The results of the residue that has the most.</summary>
    internal int Steps => Count(0);

    /// <summary>Whether no place outside the source is read.</summary>
    internal bool Inside => First >= 0 && First + Extent(Steps) <= Source;

    internal static ConvolutionAxis Forward(int input, int output, int kernel, int stride, int dilation, int padding) =>
        new(input, output, kernel, stride, dilation, -padding, 1);

    internal static ConvolutionAxis Gradient(int input, int output, int kernel, int stride, int dilation, int padding) =>
        new(output, input, kernel, 1, -dilation, padding, stride);

    /// <summary>The number of results of a residue.</summary>
    internal int Count(int residue) => (Output - residue + OutputStep - 1) / OutputStep;

    /// <summary>The places of the source that <paramref name="steps"/> neighbouring results read.</summary>
    internal int Extent(int steps) => ((steps - 1) * SourceStep) + Span;

    /// <summary>The tap of number <paramref name="i"/> in the order of rising offsets, if the residue has it.</summary>
    internal bool TryTap(int residue, int i, out int tap, out int offset)
    {
        tap = tapStep < 0 ? Kernel - 1 - i : i;
        (offset, int rest) = Math.DivRem((residue * SourceStep) + (tap * tapStep) + shift, OutputStep);
        return rest == 0;
    }
}
