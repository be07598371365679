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
            Sum { Axes: SumAxes.Middle } => [(0, OfMiddleSum(graph, value, upstream))],
            Normalize normalize => [(0, OfNormalize(graph, normalize, value, upstream))],
            Convolution convolution => OfConvolution(graph, convolution, value, upstream, wanted),
            Pool { Kind: PoolKind.Max } pool => [(0, graph.MaxPoolGradient(upstream, graph.MaxPoolIndex(value.Operands[0], pool.Geometry), pool.Geometry))],
            Pool pool => [(0, graph.AveragePoolGradient(upstream, pool.Geometry))],
            Transpose transpose => [(0, graph.Transpose(upstream, transpose.Inverse.ToArray()))],
            Slice slice => [(0, graph.Pad(upstream, slice.Starts.ToArray(), value.Operands[0].Type.Shape))],
            Pad pad => [(0, graph.Slice(upstream, pad.Starts.ToArray(), value.Operands[0].Type.Shape))],
            Concatenate concatenate => OfConcatenate(graph, concatenate, value, upstream, wanted),
            Loop loop => [(0, OfLoop(graph, loop, value, upstream))],
            Gather gather => [(0, graph.ScatterAdd(upstream, value.Operands[1], value.Operands[0].Type.Shape[0], gather.Ignored))],
            ScatterAdd scatter => [(0, graph.Gather(upstream, value.Operands[1], scatter.Ignored))],
            Attention => OfAttention(graph, value, upstream, wanted),
            Rotation rotation => [(0, graph.Rotation(rotation with { IsInverse = !rotation.IsInverse }, [upstream, .. value.Operands.Skip(1)]))],
            Recurrence => OfRecurrence(graph, value, upstream, wanted),
            Reversal => [(0, graph.Reversal([upstream, .. value.Operands.Skip(1)]))],
            CTC => [(0, graph.Map(Multiply(Arg(0), Arg(1)), graph.CTCSlope(value), upstream))],
            Resample resample => [(0, graph.ResampleGradient(upstream, resample))],
            Sum => [(0, graph.Map(Arg(0), value.Operands[0].Type, upstream))],
            Reshape => [(0, graph.Reshape(upstream, value.Operands[0].Type.Shape))],
            _ => throw new InvalidOperationException($"{value.Operation.Text} has no gradient."),
        };

    /// <summary>The turns in reverse, which also give the gradients of their parameters.</summary>
    private static Value OfLoop(TensorGraph graph, Loop loop, Value value, Value upstream)
    {
        ReverseMode.Differentiate(loop.Body);
        return graph.LoopGradient(loop.Body, value, upstream);
    }

    private static IEnumerable<(int Operand, Value Gradient)> OfMap(TensorGraph graph, Map map, Value value, Value upstream, Func<Value, bool> wanted)
    {
        int output = value.Operands.Count;
        Value[] operands = [.. value.Operands, value, upstream];
        for (int i = 0; i < value.Operands.Count; i++)
        {
            if (wanted(value.Operands[i]))
            {
                Scalar derivative = OutputForm.Rewrite(map.Expression, ScalarDerivative.Of(map.Expression, i), i, output);
                Value gradient = KeptDerivatives.AreWorthKeeping(derivative) && value.Operands.Count == 1
                    ? graph.Map(Multiply(Arg(0), Arg(1)), value.Type, upstream, graph.Map(derivative, value.Type, operands))
                    : graph.Map(Multiply(Arg(output + 1), derivative), value.Type, operands);
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

        if (type.IsChannelOf(gradient.Type))
        {
            return graph.Reshape(graph.SumMiddle(gradient), type.Shape);
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

    /// <summary>Each of the three tensors of a convolution is linear in the two others.</summary>
    private static IEnumerable<(int Operand, Value Gradient)> OfConvolution(TensorGraph graph, Convolution convolution, Value value, Value upstream, Func<Value, bool> wanted)
    {
        (Value first, Value second, WindowGeometry geometry) = (value.Operands[0], value.Operands[1], convolution.Geometry);
        if (wanted(first))
        {
            // y = x ∗ w: x' from y', w. x = y ∗ᵀ w: y' = x' ∗ w. w = x ⋆ y: x' from y, w'.
            yield return (0, convolution.Result switch
            {
                ConvolutionResult.Output => graph.ConvolutionInputGradient(upstream, second, geometry),
                ConvolutionResult.InputGradient => graph.Convolution(upstream, second, geometry),
                _ => graph.ConvolutionInputGradient(second, upstream, geometry),
            });
        }

        if (wanted(second))
        {
            yield return (1, convolution.Result switch
            {
                ConvolutionResult.Output => graph.ConvolutionWeightGradient(first, upstream, geometry),
                ConvolutionResult.InputGradient => graph.ConvolutionWeightGradient(upstream, first, geometry),
                _ => graph.Convolution(first, upstream, geometry),
            });
        }
    }

    private static IEnumerable<(int Operand, Value Gradient)> OfAttention(TensorGraph graph, Value value, Value upstream, Func<Value, bool> wanted)
    {
        Value gradient = graph.AttentionGradient(value, upstream);
        yield return (0, gradient);
        if (((Attention)value.Operation).Sources == 2 && wanted(value.Operands[1]))
        {
            yield return (1, graph.AttentionSourceGradient(gradient));
        }
    }

    /// <summary>Backward through time; the weights' gradient is one product of the states before each step.</summary>
    private static IEnumerable<(int Operand, Value Gradient)> OfRecurrence(TensorGraph graph, Value value, Value upstream, Func<Value, bool> wanted)
    {
        Recurrence recurrence = (Recurrence)value.Operation;
        Value gradient = graph.RecurrenceGradient(value, upstream), recurrent = graph.RecurrentGradient(gradient);
        yield return (0, gradient);
        if (wanted(value.Operands[1]))
        {
            yield return (1, graph.MatMul(Delayed(graph, value), recurrent, transposeLeft: true));
        }

        if (recurrence.HasBias && wanted(value.Operands[2]))
        {
            yield return (2, graph.SumLeading(recurrent, value.Operands[2].Type.Shape));
        }
    }

    /// <summary>Each step's predecessor, 0 at the first.</summary>
    private static Value Delayed(TensorGraph graph, Value value)
    {
        Shape shape = value.Type.Shape;
        return shape[0] == 1
            ? graph.Map(Zero, value.Type)
            : graph.Pad(graph.Slice(value, [0, 0], shape.With(0, shape[0] - 1)), [1, 0], shape);
    }

    private static Value OfMiddleSum(TensorGraph graph, Value value, Value upstream)
    {
        TensorType type = value.Operands[0].Type;
        return graph.Map(Arg(0), type, graph.Reshape(upstream, type.Shape.Channels));
    }

    private static IEnumerable<(int Operand, Value Gradient)> OfConcatenate(TensorGraph graph, Concatenate concatenate, Value value, Value upstream, Func<Value, bool> wanted)
    {
        int[] starts = new int[value.Type.Shape.Rank];
        for (int i = 0; i < value.Operands.Count; i++)
        {
            Value operand = value.Operands[i];
            if (wanted(operand))
            {
                yield return (i, graph.Slice(upstream, [.. starts], operand.Type.Shape));
            }

            starts[concatenate.Axis] += operand.Type.Shape[concatenate.Axis];
        }
    }

    /// <summary>
    /// With x̂ = (x − μ)·r: x' = r·(x̂' − mean(x̂') − x̂·mean(x̂'·x̂)) (Ioffe and Szegedy 2015, section 3, simplified). A factor of each channel, such as
    /// the scale that follows, is taken out of the means: those are then the sums that the gradients of scale and offset need as well.
    /// </summary>
    private static Value OfNormalize(TensorGraph graph, Normalize normalize, Value value, Value upstream)
    {
        (Value core, Value? factor) = normalize.Axes == SumAxes.Leading ? ChannelFactor(upstream) : (upstream, null);
        Value mean = graph.Mean(core, normalize.Axes), product = graph.Mean(graph.Map(Multiply(Arg(0), Arg(1)), core, value), normalize.Axes);
        Scalar centred = Subtract(Subtract(Arg(0), Arg(1)), Multiply(Arg(2), Arg(3)));
        Value reciprocal = value.Operands[2];
        Value scale = factor is null ? reciprocal : graph.Map(Multiply(Arg(0), Arg(1)), reciprocal, factor);
        return graph.Map(Multiply(Arg(4), centred), core, mean, value, product, scale);
    }

    /// <summary>g and f of a gradient g·f where f has a number for each channel.</summary>
    private static (Value Core, Value? Factor) ChannelFactor(Value gradient) =>
        gradient.Operation is Map { Expression: Scalar.Binary { Kind: BinaryKind.Multiply, Left: Scalar.Operand left, Right: Scalar.Operand right } }
        && gradient.Operands[right.Index] is { Type: { IsBatched: false, Shape.Rank: 1 } } factor && gradient.Operands[left.Index].Type == gradient.Type
            ? (gradient.Operands[left.Index], factor)
            : (gradient, null);

    /// <summary>y·(y' − Σ y·y').</summary>
    private static Value OfSoftmax(TensorGraph graph, Value y, Value upstream)
    {
        Value inner = graph.SumLast(graph.Map(Multiply(Arg(0), Arg(1)), y, upstream));
        return graph.Map(Multiply(Arg(0), Subtract(Arg(1), Arg(2))), y, upstream, inner);
    }
}
