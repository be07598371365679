using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>One of several outputs: a block that ends with a loss.</summary>
internal sealed class OutputLayer : CombinatorKind
{
    public override string Name => "Output";

    public static double Weight(LayerSpec spec) => spec.Get("Weight", 1.0);

    /// <summary>Whether the loss counts a number from 0; a report where not.</summary>
    public static bool HasWeight(LayerContext context)
    {
        double weight = Weight(context.Spec);
        if (weight >= 0 && !double.IsInfinity(weight))
        {
            return true;
        }

        context.Report(RuleIds.BadArgument, $"{Called(context.Spec)}: Weight is {Graph.ScalarText.Number(weight)}, but a loss counts 0 or more.\nUse a number such as 1.", "Weight", "set 1");
        return false;
    }
}
