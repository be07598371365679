using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>An image in a frame of zeros.</summary>
internal sealed class ZeroPadding2DLayer : TransformKind
{
    public override string Name => "ZeroPadding2D";

    public override string Stem => "zeroPadding2D";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        if (!RankRules.RequireImage(context))
        {
            return null;
        }

        Option[] sides = Sides(context.Spec);
        foreach (Option side in sides.Where(side => side.Value < 0))
        {
            context.Report(RuleIds.BadArgument, $"ZeroPadding2D: {side.Value} rows or columns cannot be added.\nUse 0, or a positive number.", side.Argument, $"set {-(long)side.Value}");
            return null;
        }

        long height = (long)context.Input[0] + sides[0].Value + sides[1].Value, width = (long)context.Input[1] + sides[2].Value + sides[3].Value;
        return WindowRules.CheckOutput(context, [height, width]) ? new Shape((int)height, (int)width, context.Input[2]) : null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Option[] sides = Sides(spec);
        Shape small = input.Type.Shape;
        Shape large = new(small[0] + sides[0].Value + sides[1].Value, small[1] + sides[2].Value + sides[3].Value, small[2]);
        return lowering.Graph.Pad(input, [sides[0].Value, sides[2].Value, 0], large);
    }

    /// <summary>Top, bottom, left and right, from whichever constructor was written.</summary>
    private static Option[] Sides(LayerSpec spec)
    {
        Option Side(string own, string pair) => spec.Find(own) is not null
            ? new Option(own, spec.Get(own, 0))
            : Option.Of(spec, pair, "size", int.MinValue, 0);
        return [Side("top", "height"), Side("bottom", "height"), Side("left", "width"), Side("right", "width")];
    }
}
