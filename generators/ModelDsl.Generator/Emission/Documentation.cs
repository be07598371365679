using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Formulas and tables for people: in comments, in XML docs, in the region table.</summary>
internal static class Documentation
{
    /// <summary>What a region computes, a formula for each of its values.</summary>
    public static IEnumerable<string> Formulas(ValueNames names, Region region) => region.Members.Select(member => Formula(names, member));

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The layer table, a line for each layer.</summary>
    public static IEnumerable<string> LayerTable(Network network)
    {
        foreach (NetworkInput input in network.Inputs)
        {
            yield return $"{input.Name}: Input {input.Shape}";
        }

        if (network.Inputs.Count == 0)
        {
            yield return $"Input {network.Input}";
        }

        foreach (string row in network.Trunk.Nodes.SelectMany(Rows))
        {
            yield return row;
        }

        foreach (NetworkHead head in network.Heads)
        {
            foreach (string row in head.Branch.Nodes.SelectMany(Rows))
            {
                yield return row;
            }

            yield return $"{head.Branch.Path}: {head.Kind.Describe(head.Spec)}";
        }

        if (network.Loss is var (kind, spec))
        {
            yield return kind.Describe(spec);
        }
    }

    /// <summary>A layer's row; those of a combinator's blocks behind its own, a repeated block once.</summary>
    private static IEnumerable<string> Rows(NetworkNode node)
    {
        long parameters = node.TrainedSize;
        string count = parameters == 0 ? string.Empty : $", {Grouped(parameters)} parameters";
        string name = node is NetworkLayer layer ? $"{layer.Name}: " : string.Empty;
        yield return $"{name}{node.Kind.Describe(node.Spec)} → {node.Output}{count}";
        foreach (string row in node.Inner.SelectMany(Rows))
        {
            yield return row;
        }
    }

    public static string Grouped(long number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

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
