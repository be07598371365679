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
        if (units < 1)
        {
            context.Report(RuleIds.NonPositiveSize, $"Dense: {units} units, but a layer has at least 1.\nUse a positive number.", "units", $"set {(units < 0 ? -(long)units : 1)}");
            return null;
        }

        return HasStart(context, "Initializer", "InitialValue", InitializerKind.GlorotUniform) && HasStart(context, "BiasInitializer", "BiasValue", InitializerKind.Zeros)
            ? context.Input.WithColumns(units)
            : null;
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

    /// <summary>Whether the values that parameters start with are defined, and used.</summary>
    private static bool HasStart(LayerContext context, string option, string valueOption, InitializerKind usual)
    {
        InitializerKind kind = (InitializerKind)context.Spec.Get(option, (int)usual);
        double value = context.Spec.Get(valueOption, 0.0);
        if (kind is < InitializerKind.GlorotUniform or > InitializerKind.Constant)
        {
            context.Report(RuleIds.BadArgument, $"Dense: {option} is {(int)kind}, which is no member of Initializer.\nUse one, such as Initializer.{usual}.", option, $"set Initializer.{usual}");
            return false;
        }

        if (kind != InitializerKind.Constant && value != 0)
        {
            context.Report(RuleIds.BadArgument, $"Dense: {valueOption} is only used by Initializer.Constant, but {option} is {kind}.\nAdd {option} = Initializer.Constant, or remove {valueOption}.", valueOption);
            return false;
        }

        return context.RequireFinite(valueOption, value, "0.1");
    }

    private static int Units(LayerSpec spec) => spec.Get("units", 0);

    private static bool HasBias(LayerSpec spec) => spec.Get("Bias", true);
}
