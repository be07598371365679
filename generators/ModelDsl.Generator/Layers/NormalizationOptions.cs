using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>What layers that normalise share: an ε, and a scale and an offset for each channel.</summary>
internal static class NormalizationOptions
{
    /// <summary>Whether ε is a number above 0.</summary>
    public static bool AreValid(LayerContext context, double usual) =>
        context.RequirePositive("Epsilon", Epsilon(context.Spec, usual), $"Use a small one, such as {ScalarText.Number(usual)}.", ScalarText.Number(usual));

    public static double Epsilon(LayerSpec spec, double usual) => spec.Get("Epsilon", usual);

    /// <summary>The scale, which starts at 1, and the offset, which starts at 0, as far as they are wanted.</summary>
    public static IEnumerable<ParameterSpec> Parameters(LayerSpec spec, Shape input, bool hasOffset = true)
    {
        int channels = input.Columns;
        if (HasScale(spec))
        {
            yield return ParameterSpec.OfChannels("weight", channels, 1);
        }

        if (hasOffset && HasOffset(spec))
        {
            yield return ParameterSpec.OfChannels("bias", channels, 0);
        }
    }

    /// <summary>x̂·γ + β.</summary>
    public static Value Scaled(LayerSpec spec, Value normalized, Lowering lowering, bool hasOffset = true)
    {
        Value scaled = HasScale(spec) ? lowering.Graph.Map(Multiply(Arg(0), Arg(1)), normalized, lowering.Parameter("weight")) : normalized;
        return hasOffset && HasOffset(spec) ? lowering.Graph.Map(Add(Arg(0), Arg(1)), scaled, lowering.Parameter("bias")) : scaled;
    }

    public static bool HasScale(LayerSpec spec) => spec.Get("Scale", true);

    public static bool HasOffset(LayerSpec spec) => spec.Get("Offset", true);
}
