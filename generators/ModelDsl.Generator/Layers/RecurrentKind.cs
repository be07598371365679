using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Layers whose state goes from step to step.</summary>
internal abstract class RecurrentKind : TransformKind
{
    public sealed override string Describe(LayerSpec spec) => Description.Of(spec);

    public sealed override Shape? Infer(LayerContext context) =>
        RankRules.RequireSequence(context) && Widths.IsValid(context, "units") && WeightsAndBias.AreValid(context)
            ? new Shape(context.Input[0], Units(context.Spec, context.Input))
            : null;

    public sealed override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        int units = Units(spec, input), features = input.Columns, gates = Geometry(spec, input).Gates * units;
        ParameterSpec[] weights =
        [
            WeightsAndBias.Weight(spec, "weight_ih_l0", new Shape(features, gates), [1, 0], features, units),
            WeightsAndBias.Weight(spec, "weight_hh_l0", new Shape(units, gates), [1, 0], units, units),
        ];
        return WeightsAndBias.HasBias(spec)
            ? [.. weights, WeightsAndBias.Bias(spec, "bias_ih_l0", gates, features, units), WeightsAndBias.Bias(spec, "bias_hh_l0", gates, units, units)]
            : weights;
    }

    public sealed override bool IsStepwise(LayerSpec spec) => true;

    public sealed override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        RecurrenceGeometry geometry = Geometry(spec, input.Type.Shape);
        Value gates = WeightsAndBias.AddBias(spec, lowering.Graph.MatMul(input, lowering.Parameter("weight_ih_l0")), lowering, "bias_ih_l0");
        return WeightsAndBias.HasBias(spec)
            ? lowering.Recurred(geometry, hasBias: true, gates, lowering.Parameter("weight_hh_l0"), lowering.Parameter("bias_hh_l0"))
            : lowering.Recurred(geometry, hasBias: false, gates, lowering.Parameter("weight_hh_l0"));
    }

    protected abstract RecurrenceKind CellOf(LayerSpec spec);

    private static int Units(LayerSpec spec, Shape input) => Widths.Of(spec, "units", input);

    private RecurrenceGeometry Geometry(LayerSpec spec, Shape input) => new(CellOf(spec), input[0], Units(spec, input));
}
