namespace ModelDsl.Kernels;

/// <summary>
/// The weights of a convolution at the points of the tiles, panel after panel as register tiles read them. Each thread transforms them for itself: that costs
/// less than to read what another core has just written. Where weights stay the same they were transformed once, for all.
/// </summary>
internal readonly unsafe struct WinogradWeights<T>
    where T : unmanaged
{
    /// <summary>The channels.</summary>
    internal readonly nint Inner;

    /// <summary>The first filter, and the one after the last.</summary>
    internal readonly nint From;

    internal readonly nint To;

    private readonly ConvolutionWeights<T> taps;
    private readonly bool isReady;

    /// <summary>Where the first of all panels lies, or would if it were among these.</summary>
    private readonly T* points;

    internal WinogradWeights(Weights<T> weight, in ConvolutionGeometry geometry, in ConvolutionShape shape, bool gradient, nint from, nint to)
    {
        (From, To) = (from, to);
        ConvolutionTaps order = new(in geometry);
        taps = new ConvolutionWeights<T>(new Address<T>(weight.Data), in geometry, in order, in shape, gradient, results: 0);
        Inner = geometry.Inner;
        isReady = weight.Packed != null;
        points = isReady ? weight.Packed : Scratch.Rent<T>(Scratch.WinogradWeights, (PanelEnd - Panel) * PanelSize) - (Panel * PanelSize);
    }

    /// <summary>The first panel, and the one after the last.</summary>
    internal nint Panel => From / Width;

    internal nint PanelEnd => Partition.Count(To, Width);

    private static nint Width => 2 * Simd.Count<T>();

    private nint PanelSize => Winograd.Points * PointSize(Width);

    /// <summary>The first column of a panel among all columns of the output, and how many it has.</summary>
    internal (nint Column, nint Count) Columns(nint panel) => taps.Columns(panel);

    /// <summary>The rows of a panel at a point, one for each channel, and the distance of one to the next.</summary>
    internal T* Rows(nint panel, nint point, out nint step)
    {
        step = Partition.Count(Columns(panel).Count, Simd.Count<T>()) * Simd.Count<T>();
        return points + (panel * PanelSize) + (point * PointSize(step));
    }

    /// <summary>From one point of a panel to the next, for rows of so many elements; weights that were transformed before lie without gaps, as their room was planned.</summary>
    private nint PointSize(nint row) => isReady ? Inner * row : Winograd.Step<T>(Inner * row);

    /// <summary>Transforms all panels.</summary>
    internal void Transform<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint panel = Panel; panel < PanelEnd; panel++)
        {
            if (taps.Packed)
            {
                taps.Run((int)panel);
            }

            T* source = taps.Rows(panel, 0, out nint row), first = Rows(panel, 0, out nint width);
            nint tap = (nint)(taps.Rows(panel, 1, out _) - source);
            WinogradTaps<T, V>.Weights(source, tap, row, first, PointSize(width), Inner, width);
        }
    }
}
