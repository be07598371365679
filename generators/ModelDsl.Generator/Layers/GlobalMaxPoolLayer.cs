using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>The largest value of each channel: the maximum of one window as large as the map.</summary>
internal sealed class GlobalMaxPoolLayer : TransformKind
{
    /// <summary>What a step that does not count has in place of its values.</summary>
    private const double Lowest = -1e30;

    public override string Name => "GlobalMaxPool";

    public override string Stem => "globalMaxPool";

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequirePixels(context, "Remove it: there is nothing to choose from.", "remove"))
        {
            return null;
        }

        long pixels = context.Input.Size / context.Input.Columns;
        if (pixels <= PoolingKind.MaxPlaces)
        {
            return new Shape(context.Input.Columns);
        }

        string pool = context.Input.Rank == 2 ? "MaxPool1D(2)" : "MaxPool2D(2)";
        bool isEnough = pixels / (context.Input.Rank == 2 ? 2 : 4) <= PoolingKind.MaxPlaces;
        context.Report(
            RuleIds.TooLarge,
            $"GlobalMaxPool: {context.Input} has {pixels} pixels, more than the {PoolingKind.MaxPlaces} that are told apart.\nMake it smaller first, such as by [{pool}].",
            remedy: isEnough && context.Input.Rank <= 3 ? $"insert {pool}" : string.Empty);
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Shape shape = input.Type.Shape;
        int channels = shape.Columns, pixels = (int)(shape.Size / channels), width = shape[shape.Rank - 2], height = pixels / width;
        WindowGeometry geometry = new(height, width, channels, 1, 1, channels, height, width, 1, 1, 1, 1, 0, 0, 1);
        input = lowering.Lengths is { } lengths
            ? lowering.Graph.Map(Choose(Arg(1), Zero, Arg(0), Of(Lowest)), input, lowering.Graph.StepsBelow(lengths, shape[0]))
            : input;
        return lowering.Graph.Reshape(lowering.Graph.MaxPool(lowering.Graph.Reshape(input, geometry.Input), geometry), new Shape(channels));
    }
}
