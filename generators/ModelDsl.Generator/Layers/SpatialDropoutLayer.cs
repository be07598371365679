using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Zeros whole channels at random in training: one draw for each channel of an example.</summary>
internal sealed class SpatialDropoutLayer : TransformKind
{
    public override string Name => "SpatialDropout";

    public override string Stem => "spatialDropout";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override bool HonoursLengths(LayerSpec spec) => true;

    public override Shape? Infer(LayerContext context) =>
        RankRules.RequirePixels(context, "Use Dropout, which drops single values.", "rename Dropout") && Rates.IsValid(context, Rate(context.Spec), 0.2) ? context.Input : null;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        double rate = Rate(spec);
        if (!lowering.IsTraining || rate == 0)
        {
            return input;
        }

        Shape shape = input.Type.Shape;
        Scalar dropped = Choose(Of(rate), lowering.NextStream(), Zero, Of(1 / (1 - rate)));
        Value mask = lowering.Graph.Map(dropped, TensorType.Batched(new Shape([.. Enumerable.Repeat(1, shape.Rank - 1), shape.Columns])));
        return lowering.Graph.Map(Multiply(Arg(0), Arg(1)), input, mask);
    }

    private static double Rate(LayerSpec spec) => spec.Get("rate", 0.0);
}
