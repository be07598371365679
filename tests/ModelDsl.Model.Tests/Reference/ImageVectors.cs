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
            vectors.Convert<T>($"{name}/input"),
            isLabels ? null : vectors.Convert<T>($"{name}/target"),
            isLabels ? vectors.Read<int>($"{name}/target") : null,
            vectors.Convert<T>($"{name}/weights"));
    }

    public static void AssertClose<T>(TensorFile vectors, string name, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Closeness.AssertClose<double, T>(vectors.Read<double>(name), actual, Closeness.Tolerance<T>(), name);
}
