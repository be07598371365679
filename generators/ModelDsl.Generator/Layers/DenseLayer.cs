using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x·W + b on the last axis. In memory W is [features, units], so that the units of one feature lie side by side.</summary>
internal sealed class DenseLayer : TransformKind
{
    public override string Name => "Dense";

    public override string Stem => "dense";

    public override string Describe(LayerSpec spec) => $"Dense({Units(spec)}{(HasBias(spec) ? string.Empty : ", Bias = false")})";

    public override Shape? Infer(LayerContext context)
    {
        int units = Units(context.Spec);
        if (units > 0)
        {
            return context.Input.WithColumns(units);
        }

        context.Report(RuleIds.NonPositiveSize, $"Dense: {units} units, but a layer has at least 1.\nUse a positive number.", "units", "set 1");
        return null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        int features = input.Columns, units = Units(spec);
        ParameterSpec weight = new(
            "weight", new Shape(features, units), [1, 0], (InitializerKind)spec.Get("Initializer", 0), spec.Get("InitialValue", 0.0), features, units, Decays: true);
        ParameterSpec bias = new(
            "bias", new Shape(units), [0], (InitializerKind)spec.Get("BiasInitializer", (int)InitializerKind.Zeros), spec.Get("BiasValue", 0.0), features, units, Decays: false);
        return HasBias(spec) ? [weight, bias] : [weight];
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Value product = lowering.Graph.MatMul(input, lowering.Parameter("weight"));
        return HasBias(spec) ? lowering.Graph.Map(Add(Arg(0), Arg(1)), product, lowering.Parameter("bias")) : product;
    }

    private static int Units(LayerSpec spec) => spec.Get("units", 0);

    private static bool HasBias(LayerSpec spec) => spec.Get("Bias", true);
}
