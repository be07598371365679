using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Differentiation;

/// <summary>
/// The vector–Jacobian product of each operation: from the gradient of its result, the gradients of those operands that are asked for, as
/// operations of the graph again.
/// </summary>
internal static class Pullbacks
{
    /// <param name="graph">The graph that the gradients are added to.</param>
    /// <param name="value">The value differentiated.</param>
    /// <param name="upstream">The gradient of the loss with respect to it.</param>
    /// <param name="wanted">Which operands need a gradient.</param>
    /// <returns>The number of an operand and its gradient, for each that was asked for.</returns>
    public static IEnumerable<(int Operand, Value Gradient)> Of(TensorGraph graph, Value value, Value upstream, Func<Value, bool> wanted) =>
        value.Operation switch
        {
            Map map => OfMap(graph, map, value, upstream, wanted),
            MatMul product => OfMatMul(graph, product, value, upstream, wanted),
            Softmax => [(0, OfSoftmax(graph, value, upstream))],
            LogSumExp => [(0, graph.Map(Multiply(Arg(0), Arg(1)), graph.Softmax(value.Operands[0]), upstream))],
            Sum => [(0, graph.Map(Arg(0), value.Operands[0].Type, upstream))],
            Reshape => [(0, graph.Reshape(upstream, value.Operands[0].Type.Shape))],
            _ => throw new InvalidOperationException($"{value.Operation.Text} has no gradient."),
        };

    private static IEnumerable<(int Operand, Value Gradient)> OfMap(TensorGraph graph, Map map, Value value, Value upstream, Func<Value, bool> wanted)
    {
        int output = value.Operands.Count;
        Value[] operands = [.. value.Operands, value, upstream];
        for (int i = 0; i < value.Operands.Count; i++)
        {
            if (wanted(value.Operands[i]))
            {
                Scalar derivative = OutputForm.Rewrite(map.Expression, ScalarDerivative.Of(map.Expression, i), i, output);
                Value gradient = graph.Map(Multiply(Arg(output + 1), derivative), value.Type, operands);
                yield return (i, Collect(graph, gradient, value.Operands[i].Type));
            }
        }
    }

    /// <summary>The transpose of broadcasting: sums over the axes along which an operand was repeated.</summary>
    private static Value Collect(TensorGraph graph, Value gradient, TensorType type)
    {
        if (type.IsBatched == gradient.Type.IsBatched && type.Size == gradient.Type.Size)
        {
            return graph.Reshape(gradient, type.Shape);
        }

        if (type.IsBatched)
        {
            return Collect(graph, graph.SumLast(gradient), type);
        }

        return type.Size == 1 ? graph.Reshape(graph.SumAll(gradient), type.Shape) : graph.SumLeading(gradient, type.Shape);
    }

    private static IEnumerable<(int Operand, Value Gradient)> OfMatMul(TensorGraph graph, MatMul product, Value value, Value upstream, Func<Value, bool> wanted)
    {
        (Value a, Value b) = (value.Operands[0], value.Operands[1]);
        if (wanted(a))
        {
            // C = A·B: A' = C'·Bᵀ. C = A·Bᵀ: A' = C'·B. C = Aᵀ·B: A' = B·C'ᵀ.
            yield return (0, product.TransposeLeft ? graph.MatMul(b, upstream, transposeRight: true) : graph.MatMul(upstream, b, transposeRight: !product.TransposeRight));
        }

        if (wanted(b))
        {
            // C = A·B: B' = Aᵀ·C'. C = A·Bᵀ: B' = C'ᵀ·A. C = Aᵀ·B: B' = A·C'.
            yield return (1, (product.TransposeLeft, product.TransposeRight) switch
            {
                (true, _) => graph.MatMul(a, upstream),
                (_, true) => graph.MatMul(upstream, a, transposeLeft: true),
                _ => graph.MatMul(a, upstream, transposeLeft: true),
            });
        }
    }

    /// <summary>y·(y' − Σ y·y').</summary>
    private static Value OfSoftmax(TensorGraph graph, Value y, Value upstream)
    {
        Value inner = graph.SumLast(graph.Map(Multiply(Arg(0), Arg(1)), y, upstream));
        return graph.Map(Multiply(Arg(0), Subtract(Arg(1), Arg(2))), y, upstream, inner);
    }
}
