using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The library's enum of paddings, member for member.</summary>
internal enum PaddingKind
{
    Valid,
    Same,
    Explicit,
}

/// <summary>A number, and the argument that says it.</summary>
internal readonly record struct Option(string Argument, int Value)
{
    /// <summary>The option of one axis, or where that is not set the one of all axes.</summary>
    public static Option Of(LayerSpec spec, string own, string shared, int unset, int usual) =>
        spec.Get(own, unset) is var value && value != unset ? new Option(own, value) : new Option(shared, spec.Get(shared, usual));
}

/// <summary>
/// How a window slides along one axis of a map: all arithmetic of kernels, strides, dilations and paddings. In 64 bits, so that sizes that are too large
/// can be told from small ones.
/// </summary>
/// <param name="Name">What the axis is called.</param>
/// <param name="Size">Its size.</param>
/// <param name="Kernel">The elements that the window reads.</param>
/// <param name="Stride">How far the window moves.</param>
/// <param name="Dilation">How far apart the elements are that it reads.</param>
/// <param name="Padding">What surrounds the map.</param>
/// <param name="PaddingSize">How much of it on each side, where it is explicit.</param>
internal sealed record WindowAxis(string Name, int Size, Option Kernel, Option Stride, Option Dilation, PaddingKind Padding, Option PaddingSize)
{
    /// <summary>How many neighbouring elements the window reaches over.</summary>
    public long Span => ((long)Dilation.Value * (Kernel.Value - 1)) + 1;

    /// <summary>The size that windows have to fit into: with an explicit padding, which is on both sides.</summary>
    public long Available => Size + (Padding == PaddingKind.Explicit ? 2L * PaddingSize.Value : 0);

    /// <summary>The places of the window; none where it does not fit. For Same ⌈size / stride⌉, else ⌊(available − span) / stride⌋ + 1.</summary>
    public long Output => Padding == PaddingKind.Same ? (Size + (long)Stride.Value - 1) / Stride.Value
        : Available < Span ? 0
        : ((Available - Span) / Stride.Value) + 1;

    /// <summary>The padding before the first element. For Same the smaller half of what the last window lacks.</summary>
    public long Before => Padding switch
    {
        PaddingKind.Same => Math.Max(0, Reach - Size) / 2,
        PaddingKind.Explicit => PaddingSize.Value,
        _ => 0,
    };

    /// <summary>How many elements of the map at its end no window reads.</summary>
    public long Unread => Math.Max(0, Size + Before - Reach);

    /// <summary>The size that a transposed convolution gives: the one that this window, sliding over it, would shrink to the map's.</summary>
    public long Enlarged(int outputPadding) => Padding == PaddingKind.Same
        ? (long)Size * Stride.Value
        : ((Size - 1L) * Stride.Value) + Span + outputPadding - (Available - Size);

    /// <summary>The padding before the first element of what <see cref="Enlarged"/> gives.</summary>
    public long EnlargedBefore => Padding == PaddingKind.Same ? Math.Max(0, Span - Stride.Value) / 2 : Before;

    /// <summary>Where the last window ends, counted from the start of the first.</summary>
    private long Reach => ((Output - 1) * Stride.Value) + Span;
}
