using System.Numerics;

namespace ModelDsl.Tests.Kernels;

/// <summary>Small whole numbers: no product or sum of a few of them is rounded, so that results must be equal in whatever order they are added.</summary>
internal static class WholeNumbers
{
    /// <summary>So many numbers from -5 to 5, in an order that follows from <paramref name="factor"/>.</summary>
    internal static T[] Of<T>(int count, int factor)
        where T : INumberBase<T> => [.. Enumerable.Range(0, count).Select(i => T.CreateChecked((i * factor % 11) - 5))];
}
