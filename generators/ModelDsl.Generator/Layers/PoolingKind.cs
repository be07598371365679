using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Poolings of a sequence or an image.</summary>
internal abstract class PoolingKind : TransformKind
{
    /// <summary>The places of a window that the gradient of a maximum tells apart, in two bytes.</summary>
    internal const int MaxPlaces = 1 << 16;

    public sealed override string Describe(LayerSpec spec) => Description.Of(spec);

    public sealed override Shape? Infer(LayerContext context)
    {
        if (!(IsImage ? RankRules.RequireImage(context) : RankRules.RequireSequence(context)))
        {
            return null;
        }

        WindowOptions window = WindowOptions.OfPool(context.Spec, context.Input);
        return WindowRules.CheckPool(context, window, LongestWindow) ? window.Restore(Geometry(window).Output) : null;
    }

    public sealed override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        WindowOptions window = WindowOptions.OfPool(spec, input.Type.Shape);
        WindowGeometry geometry = Geometry(window);
        Value pooled = Pool(lowering.Graph, lowering.Graph.Reshape(input, geometry.Input), geometry);
        return lowering.Graph.Reshape(pooled, window.Restore(geometry.Output));
    }

    /// <summary>Whether the input is (height, width, channels) rather than (length, channels).</summary>
    protected virtual bool IsImage => true;

    /// <summary>The most elements that a window may have.</summary>
    protected virtual int LongestWindow => int.MaxValue;

    /// <summary>The pooling of an image.</summary>
    protected abstract Value Pool(TensorGraph graph, Value map, WindowGeometry geometry);

    private static WindowGeometry Geometry(WindowOptions window) => window.Geometry(window.Channels, groups: 1);
}
