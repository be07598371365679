using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>x·W + b on the last axis. In memory W is [features, units], so that the units of one feature lie side by side.</summary>
internal sealed class DenseLayer : TransformKind
{
    public override string Name => "Dense";

    public override string Stem => "dense";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context) =>
        Widths.IsValid(context, "units") && WeightsAndBias.AreValid(context) ? context.Input.WithColumns(Units(context.Spec, context.Input)) : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        int features = input.Columns, units = Units(spec, input);
        ParameterSpec weight = WeightsAndBias.Weight(spec, "weight", new Shape(features, units), [1, 0], features, units);
        return WeightsAndBias.HasBias(spec) ? [weight, WeightsAndBias.Bias(spec, units, features, units)] : [weight];
    }

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        WeightsAndBias.AddBias(spec, lowering.Graph.MatMul(input, lowering.Parameter("weight")), lowering);

    private static int Units(LayerSpec spec, Shape input) => Widths.Of(spec, "units", input);
}
