using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Differentiation;

/// <summary>Reverse-mode differentiation: one sweep from the loss back to the parameters, adding the gradients to the same graph.</summary>
internal static class ReverseMode
{
    /// <summary>The gradient of the loss with respect to each parameter that it depends on. What no parameter lies behind gets none.</summary>
    public static Adjoints Differentiate(TensorGraph graph, Value loss)
    {
        Value[] forward = [.. graph.Values.Take(loss.Id + 1)];
        bool[] depends = DependsOnParameter(forward);
        Dictionary<Value, Value> adjoints = new() { [loss] = graph.Number(1) };
        Dictionary<Parameter, Value> gradients = [];
        foreach (Value value in Enumerable.Reverse(forward))
        {
            if (!depends[value.Id] || !adjoints.TryGetValue(value, out Value? upstream))
            {
                continue;
            }

            if (value.Operation is Parameter parameter)
            {
                gradients.Add(parameter, upstream);
                continue;
            }

            graph.CurrentLayer = value.Layer;
            foreach ((int operand, Value gradient) in Pullbacks.Of(graph, value, upstream, operand => depends[operand.Id]))
            {
                Value target = value.Operands[operand];
                adjoints[target] = adjoints.TryGetValue(target, out Value? earlier)
                    ? graph.Map(ScalarMath.Add(ScalarMath.Arg(0), ScalarMath.Arg(1)), earlier, gradient)
                    : gradient;
            }
        }

        return new Adjoints(gradients, adjoints);
    }

    private static bool[] DependsOnParameter(Value[] values)
    {
        bool[] depends = new bool[values.Length];
        foreach (Value value in values)
        {
            depends[value.Id] = value.Operation is Parameter || value.Operands.Any(operand => depends[operand.Id]);
        }

        return depends;
    }
}
