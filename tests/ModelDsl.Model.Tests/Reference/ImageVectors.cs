using System.Numerics;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>Reads what images.py wrote, in the precision that is asked for.</summary>
internal static class ImageVectors
{
    public static Examples<T> Examples<T>(TensorFile vectors, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isLabels = vectors.IsLabels($"{name}/target");
        return new Examples<T>(
            Inputs<T>(vectors, name),
            isLabels ? null : vectors.Convert<T>($"{name}/target"),
            isLabels ? vectors.Read<int>($"{name}/target") : null,
            vectors.Convert<T>($"{name}/weights"));
    }

    /// <summary>The features: of several inputs, one behind the other in each example.</summary>
    private static T[] Inputs<T>(TensorFile vectors, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (vectors.Has($"{name}/input"))
        {
            return vectors.Convert<T>($"{name}/input");
        }

        T[][][] inputs = [.. Enumerable.Range(1, 9).Select(i => $"{name}/input{i}").Where(vectors.Has).Select(input => vectors.Convert<T>(input).Chunk(vectors.Shape(input).Skip(1).Aggregate(1, (product, size) => product * size)).ToArray())];
        return [.. Enumerable.Range(0, inputs[0].Length).SelectMany(example => inputs.SelectMany(input => input[example]))];
    }

    public static void AssertClose<T>(TensorFile vectors, string name, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Closeness.AssertClose<double, T>(vectors.Read<double>(name), actual, Closeness.Tolerance<T>(), name);
}
