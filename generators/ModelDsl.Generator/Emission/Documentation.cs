using ModelDsl.Generator.Costs;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Formulas and tables for people: in comments, in XML docs, in the region table.</summary>
internal static class Documentation
{
    /// <summary>What a region computes, a formula for each of its values.</summary>
    public static IEnumerable<string> Formulas(ValueNames names, Region region) => region.Members.Select(member => Formula(names, member));

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The layer table, a line for each layer, and what all of them cost.</summary>
    public static IEnumerable<string> LayerTable(NetworkCost cost) =>
    [
        .. cost.Inputs.Select(input => Titled(input.Name, input.Attribute)),
        .. cost.Layers.SelectMany(Rows),
        .. cost.Losses.Select(loss => loss.Attribute),
        Total(cost),
    ];

    /// <summary>A layer's row; those of a combinator's blocks behind its own, a repeated block once.</summary>
    private static IEnumerable<string> Rows(CostRow row)
    {
        LayerCost cost = row.Total;
        string parameters = cost.Parameters == 0 ? string.Empty : $", {Quantities.Number(cost.Parameters)} parameters";
        string operations = cost.Flops == 0 ? string.Empty : $", {Quantities.Number(cost.Flops)} FLOPs";
        yield return $"{Titled(row.IsLayer ? row.Name : string.Empty, row.Attribute)} → {row.Output}{parameters}{operations}";
        foreach (string inner in row.Inner.SelectMany(Rows))
        {
            yield return inner;
        }
    }

    private static string Total(NetworkCost cost)
    {
        LayerCost total = cost.Total;
        string kept = total.Kept == 0 ? string.Empty : $", its training step keeps {Quantities.Bytes(total.Kept * cost.ElementBytes)} of activations";
        return $"Total: {Quantities.Number(total.Parameters)} parameters; an example's forward pass takes {Quantities.Number(total.Flops)} FLOPs{kept}";
    }

    private static string Titled(string name, string text) => name.Length == 0 ? text : $"{name}: {text}";

    private static string Symbol(ConvolutionResult result) => result switch
    {
        ConvolutionResult.Output => "convolution",
        ConvolutionResult.InputGradient => "transposed convolution",
        _ => "weight gradient of convolution",
    };

    private static string Formula(ValueNames names, Value value)
    {
        string Name(int index) => names[value.Operands[index]];
        string right = value.Operation switch
        {
            { ElementWise: { } expression } => ScalarText.Print(expression, Name),
            MatMul product => $"{Name(0)}{(product.TransposeLeft ? "ᵀ" : string.Empty)} · {Name(1)}{(product.TransposeRight ? "ᵀ" : string.Empty)}",
            Sum { Axes: SumAxes.Last } => $"sum of {Name(0)} along rows",
            Sum { Axes: SumAxes.Middle } => $"sum of {Name(0)} over pixels",
            Sum { Axes: SumAxes.Leading } => $"sum of {Name(0)} over rows",
            Sum => $"sum of {Name(0)}",
            Softmax => $"softmax({Name(0)})",
            LogSumExp => $"logsumexp({Name(0)})",
            Convolution convolution => $"{Symbol(convolution.Result)}({Name(0)}, {Name(1)}), {convolution.Geometry}",
            _ => value.Operands.Count == 0 ? value.Operation.Text : $"{value.Operation.Text} {string.Join(", ", value.Operands.Select((_, i) => Name(i)))}",
        };
        return $"{names[value]} = {right}";
    }
}
