using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Graph;

/// <summary>Means and variances along axes, and what is made of them.</summary>
internal static class Moments
{
    /// <summary>The mean along axes, of a type that broadcasts back over the value.</summary>
    public static Value Mean(this TensorGraph graph, Value value, SumAxes axes)
    {
        Value sum = axes switch
        {
            SumAxes.Last => graph.SumLast(value),
            SumAxes.Middle => graph.Reshape(graph.SumMiddle(value), value.Type.Shape.Channels),
            _ => graph.SumLeading(value, new Shape(value.Type.Shape.Columns)),
        };
        return graph.Map(Divide(Arg(0), Count(value, axes)), sum);
    }

    /// <summary>The mean of the squared distances from the mean.</summary>
    public static Value Variance(this TensorGraph graph, Value value, Value mean, SumAxes axes) =>
        graph.Mean(graph.Map(Square(Subtract(Arg(0), Arg(1))), value, mean), axes);

    /// <summary>A variance as an estimate of that of the population: times N / (N − 1). Of one element alone it is left as it is.</summary>
    public static Value Unbiased(this TensorGraph graph, Value variance, Value value, SumAxes axes)
    {
        Scalar count = Count(value, axes);
        return graph.Map(Multiply(Arg(0), Divide(count, Max(Subtract(count, One), One))), variance);
    }

    /// <summary>1 / √(variance + ε).</summary>
    public static Value ReciprocalDeviation(this TensorGraph graph, Value variance, double epsilon) =>
        graph.Map(Divide(One, Sqrt(Add(Arg(0), Of(epsilon)))), variance);

    /// <summary>The value with mean 0 and variance 1 along axes; ε keeps a constant one from being divided by 0.</summary>
    public static Value Normalized(this TensorGraph graph, Value value, SumAxes axes, double epsilon)
    {
        Value mean = graph.Mean(value, axes);
        return graph.Normalize(value, mean, graph.ReciprocalDeviation(graph.Variance(value, mean, axes), epsilon), axes);
    }

    /// <summary>The number of elements that a mean along axes is taken over.</summary>
    private static Scalar Count(Value value, SumAxes axes)
    {
        Shape shape = value.Type.Shape;
        long pixels = shape.Size / shape.Columns;
        return axes switch
        {
            SumAxes.Last => Of(shape.Columns),
            SumAxes.Middle => Of(pixels),
            _ => Multiply(Of(pixels), new Scalar.BatchSize()),
        };
    }
}
