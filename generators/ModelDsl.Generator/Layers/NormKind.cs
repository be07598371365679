using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Layers that give values mean 0 and variance 1, and then a scale and an offset to be learned for each element of the last axis.</summary>
internal abstract class NormKind : TransformKind
{
    /// <summary>Whether there is a scale where nothing is said.</summary>
    protected virtual bool UsuallyScales => true;

    /// <summary>Whether there is an offset where nothing is said.</summary>
    protected virtual bool UsuallyOffsets => true;

    /// <summary>What keeps a constant from being divided by 0, where nothing is said.</summary>
    protected virtual double UsualEpsilon => 1e-5;

    public sealed override string Describe(LayerSpec spec) => Description.Of(spec);

    public sealed override Shape? Infer(LayerContext context) =>
        context.RequirePositive("Epsilon", Epsilon(context.Spec), "It keeps a constant from being divided by 0: use one such as 1e-5.", "1e-5") && IsDefined(context)
            ? context.Input
            : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input)
    {
        List<ParameterSpec> parameters = [];
        if (HasScale(spec))
        {
            parameters.Add(ParameterSpec.OfChannels("weight", input.Columns, 1));
        }

        if (HasOffset(spec))
        {
            parameters.Add(ParameterSpec.OfChannels("bias", input.Columns, 0));
        }

        return parameters;
    }

    /// <summary>Whether there is something to normalise, and options are in their range; a report where not.</summary>
    protected abstract bool IsDefined(LayerContext context);

    protected bool HasScale(LayerSpec spec) => spec.Get("Scale", UsuallyScales);

    protected bool HasOffset(LayerSpec spec) => spec.Get("Offset", UsuallyOffsets);

    protected double Epsilon(LayerSpec spec) => spec.Get("Epsilon", UsualEpsilon);

    /// <summary>γ·x̂ + β, as far as the layer has them.</summary>
    protected Value ScaleAndOffset(LayerSpec spec, Value normalized, Lowering lowering)
    {
        List<Value> operands = [normalized];
        Scalar result = Arg(0);
        if (HasScale(spec))
        {
            result = Multiply(result, Arg(operands.Count));
            operands.Add(lowering.Parameter("weight"));
        }

        if (HasOffset(spec))
        {
            result = Add(result, Arg(operands.Count));
            operands.Add(lowering.Parameter("bias"));
        }

        return lowering.Graph.Map(result, [.. operands]);
    }

    /// <summary>Whether moments are taken over more than one element; a report where not.</summary>
    protected static bool RequireSeveral(LayerContext context, long elements, string of, string advice, string remedy)
    {
        if (elements > 1)
        {
            return true;
        }

        context.Report(RuleIds.NothingToNormalize, $"{context.Spec.Kind} of {context.Input} takes mean and variance over {of}, which is a single number.\n{advice}", remedy: remedy);
        return false;
    }
}
