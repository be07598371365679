using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The parameters of layers that multiply by weights and add a bias: the options <c>Initializer</c>, <c>InitialValue</c>, <c>BiasInitializer</c>, <c>BiasValue</c> and <c>Bias</c>.</summary>
internal static class WeightsAndBias
{
    /// <summary>Whether a bias is added.</summary>
    public static bool HasBias(LayerSpec spec) => spec.Get("Bias", true);

    /// <summary>Whether the values that parameters start with are defined, and used.</summary>
    public static bool AreValid(LayerContext context) =>
        IsValid(context, "Initializer", "InitialValue", InitializerKind.GlorotUniform) && IsValid(context, "BiasInitializer", "BiasValue", InitializerKind.Zeros);

    /// <summary>Weights that start as the options say.</summary>
    /// <param name="spec">The layer.</param>
    /// <param name="role">What the weights are called.</param>
    /// <param name="shape">Their shape in memory.</param>
    /// <param name="interchangeAxes">The order of their axes in weight files.</param>
    /// <param name="fanIn">The inputs that one output sums over.</param>
    /// <param name="fanOut">The outputs that one input reaches.</param>
    public static ParameterSpec Weight(LayerSpec spec, string role, Shape shape, int[] interchangeAxes, long fanIn, long fanOut) => new(
        role, shape, interchangeAxes, (InitializerKind)spec.Get("Initializer", 0), spec.Get("InitialValue", 0.0), Saturated(fanIn), Saturated(fanOut), Decays: true);

    /// <summary>A bias of so many elements.</summary>
    public static ParameterSpec Bias(LayerSpec spec, int count, long fanIn, long fanOut) => Bias(spec, "bias", count, fanIn, fanOut);

    /// <summary>A bias of so many elements.</summary>
    public static ParameterSpec Bias(LayerSpec spec, string role, int count, long fanIn, long fanOut) => new(
        role, new Shape(count), [0], (InitializerKind)spec.Get("BiasInitializer", (int)InitializerKind.Zeros), spec.Get("BiasValue", 0.0), Saturated(fanIn), Saturated(fanOut), Decays: false);

    /// <summary>The value with the layer's bias, if it has one.</summary>
    public static Value AddBias(LayerSpec spec, Value value, Lowering lowering, string role = "bias") =>
        HasBias(spec) ? lowering.Graph.Map(ScalarMath.Add(ScalarMath.Arg(0), ScalarMath.Arg(1)), value, lowering.Parameter(role)) : value;

    /// <summary>Whether an initialiser and its value go together; a report where not.</summary>
    public static bool IsValid(LayerContext context, string option, string valueOption, InitializerKind usual, double usualValue = 0)
    {
        string layer = context.Spec.Kind;
        InitializerKind kind = (InitializerKind)context.Spec.Get(option, (int)usual);
        double value = context.Spec.Get(valueOption, kind == InitializerKind.Normal ? usualValue : 0);
        if (kind is < InitializerKind.GlorotUniform or > InitializerKind.Normal)
        {
            context.Report(RuleIds.BadArgument, $"{layer}: {option} is {(int)kind}, which is no member of Initializer.\nUse one, such as Initializer.{usual}.", option, $"set Initializer.{usual}");
            return false;
        }

        if (kind == InitializerKind.Normal)
        {
            return context.RequirePositive(valueOption, value, $"It is the deviation of {option} = Initializer.Normal: use one such as 0.02.", "0.02");
        }

        if (kind != InitializerKind.Constant && value != 0)
        {
            context.Report(RuleIds.BadArgument, $"{layer}: {valueOption} is only used by Initializer.Constant and Normal, but {option} is {kind}.\nAdd {option} = Initializer.Constant, or remove {valueOption}.", valueOption, $"argument {option} = Initializer.Constant");
            return false;
        }

        return context.RequireFinite(valueOption, value, "0.1");
    }

    /// <summary>A model whose parameters fit has fans that fit; one whose do not is reported, after its fans were asked for.</summary>
    private static int Saturated(long fan) => (int)Math.Min(fan, int.MaxValue);
}
