using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The options of a layer that slides a window over a map. (length, channels) is a map of height 1.</summary>
internal sealed record WindowOptions(WindowAxis Height, WindowAxis Width, int Channels, bool IsImage)
{
    /// <summary>The axes that the layer's author knows of.</summary>
    public IReadOnlyList<WindowAxis> Axes => IsImage ? [Height, Width] : [Width];

    /// <summary>Whether the padding was written as a kind, not only as sizes.</summary>
    public static bool SaysPadding(LayerSpec spec) => spec.Find("Padding") is not null;

    /// <summary>The sizes of the padding that were written.</summary>
    public static IEnumerable<string> WrittenPaddings(LayerSpec spec) =>
        new[] { "PaddingSize", "PaddingHeight", "PaddingWidth" }.Where(option => spec.Find(option) is not null);

    /// <summary>Whether a convolution gives as many steps as it gets, each at its place.</summary>
    public static bool KeepsSteps(LayerSpec spec) => spec.Get("Padding", (int)PaddingKind.Valid) == (int)PaddingKind.Same && spec.Get("Stride", 1) == 1;

    public static WindowOptions OfConvolution(LayerSpec spec, Shape map) => Read(spec, map, isPool: false);

    public static WindowOptions OfPool(LayerSpec spec, Shape map) => Read(spec, map, isPool: true);

    /// <summary>The shape of a map after a layer, with as many axes as before it.</summary>
    public Shape Restore(Shape image) => IsImage ? image : new Shape(image[1], image[2]);

    /// <summary>3×3, or 3 along one axis.</summary>
    public string Sizes(Func<WindowAxis, long> size) => string.Join("×", Axes.Select(size));

    /// <summary>The geometry of a convolution or a pooling over the map.</summary>
    public WindowGeometry Geometry(int filters, int groups) => new(
        Height.Size, Width.Size, Channels, (int)Height.Output, (int)Width.Output, filters,
        Height.Kernel.Value, Width.Kernel.Value, Height.Stride.Value, Width.Stride.Value, Height.Dilation.Value, Width.Dilation.Value,
        (int)Height.Before, (int)Width.Before, groups);

    /// <summary>The geometry of the convolution whose transpose goes from the map to a larger one: its output is the map.</summary>
    public WindowGeometry Transposed(int filters, int groups, int outputPadding) => new(
        (int)Height.Enlarged(outputPadding), (int)Width.Enlarged(outputPadding), filters, Height.Size, Width.Size, Channels,
        Height.Kernel.Value, Width.Kernel.Value, Height.Stride.Value, Width.Stride.Value, Height.Dilation.Value, Width.Dilation.Value,
        (int)Height.EnlargedBefore, (int)Width.EnlargedBefore, groups);

    private static WindowOptions Read(LayerSpec spec, Shape map, bool isPool)
    {
        bool isImage = map.Rank == 3;
        PaddingKind padding = (PaddingKind)spec.Get("Padding", (int)(IsPadded(spec) ? PaddingKind.Explicit : PaddingKind.Valid));
        WindowAxis along = isImage ? Axis(spec, "width", "Width", map[1], padding, isPool) : Axis(spec, "length", string.Empty, map[0], padding, isPool);
        WindowAxis across = isImage
            ? Axis(spec, "height", "Height", map[0], padding, isPool)
            : new WindowAxis("height", 1, new("kernelSize", 1), new("Stride", 1), new("Dilation", 1), PaddingKind.Valid, new("PaddingSize", 0));
        return new WindowOptions(across, along, map.Columns, isImage);
    }

    private static bool IsPadded(LayerSpec spec) =>
        spec.Get("PaddingSize", 0) != 0 || spec.Get("PaddingHeight", -1) is not (0 or -1) || spec.Get("PaddingWidth", -1) is not (0 or -1);

    private static WindowAxis Axis(LayerSpec spec, string name, string suffix, int size, PaddingKind padding, bool isPool)
    {
        Option kernel = isPool ? Option.Of(spec, name, "size", int.MinValue, 0) : Option.Of(spec, $"kernel{suffix}", "kernelSize", int.MinValue, 0);
        Option stride = Option.Of(spec, $"Stride{suffix}", "Stride", 0, isPool ? 0 : 1);
        return new WindowAxis(
            name,
            size,
            kernel,
            isPool && stride.Value == 0 ? stride with { Value = kernel.Value } : stride,
            Option.Of(spec, $"Dilation{suffix}", "Dilation", 0, 1),
            padding,
            Option.Of(spec, $"Padding{(suffix.Length > 0 ? suffix : "Size")}", "PaddingSize", -1, 0));
    }
}
