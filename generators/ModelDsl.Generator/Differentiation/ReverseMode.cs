using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Differentiation;

/// <summary>Reverse-mode differentiation: one sweep from the loss back to the parameters, adding the gradients to the same graph.</summary>
internal static class ReverseMode
{
    /// <summary>The gradient of the loss with respect to each parameter that it depends on. What no parameter lies behind gets none.</summary>
    public static Adjoints Differentiate(TensorGraph graph, Value loss) => Sweep(graph, loss, graph.Number(1));

    /// <summary>Adds to one turn of a loop the gradients of its input and of its parameters, from that of its output.</summary>
    public static void Differentiate(LoopBody body)
    {
        if (body.Derivative is null)
        {
            TensorGraph graph = body.Graph;
            Adjoints adjoints = Sweep(graph, body.Output, graph.Upstream(body.Output.Type), body.Input);
            Value gradient = adjoints.ByValue[body.Input];
            gradient = gradient.Resolved.Operation is Source ? graph.Copy(gradient) : gradient;
            body.Derivative = new LoopDerivative(gradient, adjoints.Gradients, adjoints.ByValue, KeptDerivatives.Of(graph, body.Output.Id + 1));
        }
    }

    /// <param name="graph">The graph, to which the gradients are added.</param>
    /// <param name="result">What is differentiated.</param>
    /// <param name="seed">The gradient with respect to it.</param>
    /// <param name="input">A source that a gradient is wanted of besides the parameters.</param>
    private static Adjoints Sweep(TensorGraph graph, Value result, Value seed, Value? input = null)
    {
        Value[] forward = [.. graph.Values.Take(result.Id + 1)];
        bool[] depends = DependsOn(forward, input);
        Dictionary<Value, Value> adjoints = new() { [result] = seed };
        Dictionary<Parameter, Value> gradients = [];
        foreach (Value value in Enumerable.Reverse(forward))
        {
            if (!depends[value.Id] || value == input || !adjoints.TryGetValue(value, out Value? upstream))
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

    /// <summary>Which values depend on a parameter, or on an input.</summary>
    private static bool[] DependsOn(Value[] values, Value? input)
    {
        bool[] depends = new bool[values.Length];
        foreach (Value value in values)
        {
            depends[value.Id] = value == input || value.Operation is Parameter or Loop { Body.HasParameters: true } || value.Operands.Any(operand => depends[operand.Id]);
        }

        return depends;
    }
}
