using System.Numerics;

namespace ModelDsl.CompiledTests.Support;

/// <summary>Examples for one training step.</summary>
/// <param name="Inputs">The features, one example after the other.</param>
/// <param name="Values">The targets, where they are values.</param>
/// <param name="Labels">The targets, where they are class indices.</param>
/// <param name="Weights">One weight for each example.</param>
internal sealed record Examples<T>(T[] Inputs, T[]? Values, int[]? Labels, T[] Weights)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Count => Weights.Length;

    /// <summary>Normal features, weights in [0.2, 2), and either labels or rows of probabilities, which suit every loss of values.</summary>
    public static Examples<T> Draw(ModelDefinition definition, int count, int seed)
    {
        Random random = new(seed);
        T[] inputs = [.. Enumerable.Range(0, count * Size(definition.InputShape)).Select(_ => T.CreateChecked(1.5 * Normal(random)))];
        foreach (TokenFeatures tokens in definition.Tokens)
        {
            int size = Size(definition.InputShape);
            for (int i = 0; i < count * tokens.Count; i++)
            {
                inputs[(i / tokens.Count * size) + tokens.Offset + (i % tokens.Count)] = T.CreateChecked(random.Next(tokens.IsLength ? 1 : 0, tokens.Vocabulary));
            }
        }

        T[] weights = [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(0.2 + (1.8 * random.NextDouble())))];
        if (definition.TargetKind == TargetKind.ClassIndex)
        {
            int[] labels = definition.BlankLabel is { } blank
                ? [.. Enumerable.Range(0, count).SelectMany(example => Sequence(definition, blank, example, random))]
                : [.. Enumerable.Range(0, count * definition.TargetSize).Select(_ => random.Next(definition.ClassCount))];
            return new Examples<T>(inputs, null, labels, weights);
        }

        if (definition.Heads.Length > 0)
        {
            T[] targets = [.. Enumerable.Range(0, count).SelectMany(_ => definition.Heads.SelectMany(head => Enumerable.Range(0, head.TargetSize)
                .Select(_ => T.CreateChecked(head.ClassCount > 0 ? random.Next(head.ClassCount) : random.NextDouble()))))];
            return new Examples<T>(inputs, targets, null, weights);
        }

        T[] values = new T[count * definition.TargetSize];
        for (int row = 0, columns = definition.OutputShape[^1]; row < values.Length; row += columns)
        {
            double[] shares = [.. Enumerable.Range(0, columns + 1).Select(_ => 0.05 + random.NextDouble())];
            for (int column = 0; column < columns; column++)
            {
                values[row + column] = T.CreateChecked(shares[column] / (columns == 1 ? shares.Sum() : shares.AsSpan(0, columns).ToArray().Sum()));
            }
        }

        return new Examples<T>(inputs, values, null, weights);
    }

    /// <summary>Labels that are no blank, as many as the model takes or fewer, and what fills them up.</summary>
    private static IEnumerable<int> Sequence(ModelDefinition definition, int blank, int example, Random random)
    {
        int size = definition.TargetSize, length = size - (example % (size + 1));
        int[] labels = [.. Enumerable.Range(0, length).Select(_ => random.Next(definition.ClassCount - 1))];
        return [.. labels.Select(label => label < blank ? label : label + 1), .. Enumerable.Repeat(Dataset.Ignored, size - length)];
    }

    /// <summary>The same examples in another precision.</summary>
    public Examples<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        TOther[] Convert(T[] values) => Array.ConvertAll(values, TOther.CreateChecked);
        return new Examples<TOther>(Convert(Inputs), Values is null ? null : Convert(Values), Labels, Convert(Weights));
    }

    /// <summary>The examples from <paramref name="first"/> on, <paramref name="count"/> of them.</summary>
    public Examples<T> Slice(int first, int count)
    {
        TItem[] Cut<TItem>(TItem[] items)
        {
            int each = items.Length / Count;
            return items[(first * each)..((first + count) * each)];
        }

        return new Examples<T>(Cut(Inputs), Values is null ? null : Cut(Values), Labels is null ? null : Cut(Labels), Cut(Weights));
    }

    /// <summary>A normal draw (Box and Muller 1958).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Size(int[] shape) => shape.Aggregate(1, (product, size) => product * size);
}
