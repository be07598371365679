using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Zeros at random in training. The mask is a function of step, layer and place, so the backward pass computes it again instead of keeping it.</summary>
internal sealed class DropoutLayer : TransformKind
{
    public override string Name => "Dropout";

    public override string Stem => "dropout";

    public override string Describe(LayerSpec spec) => $"Dropout({ScalarText.Number(Rate(spec))})";

    public override Shape? Infer(LayerContext context) => Rates.IsValid(context, Rate(context.Spec), 0.5) ? context.Input : null;

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        double rate = Rate(spec);
        if (!lowering.IsTraining || rate == 0)
        {
            return input;
        }

        // uniform ≥ rate keeps; written so that the draw stands on the right of ">".
        Scalar dropped = Choose(Of(rate), lowering.NextStream(), Zero, Of(1 / (1 - rate)));
        return lowering.Graph.Map(Multiply(Arg(0), dropped), input);
    }

    private static double Rate(LayerSpec spec) => spec.Get("rate", 0.0);
}
