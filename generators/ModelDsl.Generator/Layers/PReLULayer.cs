using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>x above 0, a·x below, where a is learned.</summary>
internal sealed class PReLULayer : TransformKind
{
    public override string Name => "PReLU";

    public override string Stem => "prelu";

    public override LayerRole Role => LayerRole.Activation;

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context) => context.RequireFinite("InitialValue", InitialValue(context.Spec), "0.25") ? context.Input : null;

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) =>
        [ParameterSpec.OfChannels("weight", spec.Get("Shared", false) ? 1 : input.Columns, InitialValue(spec))];

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) =>
        lowering.Graph.Map(Choose(Arg(0), Zero, Arg(0), Multiply(Arg(1), Arg(0))), input, lowering.Parameter("weight"));

    private static double InitialValue(LayerSpec spec) => spec.Get("InitialValue", 0.25);
}
