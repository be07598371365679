using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Training;

/// <summary>Numbers that look random and are the same in every run.</summary>
internal static class Numbers
{
    /// <summary>Numbers in [−1, 1).</summary>
    internal static T[] Draw<T>(int count, long seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RandomKey key = RandomKey.FromSeed(seed);
        T[] numbers = new T[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = T.CreateChecked((key.Derive((ulong)i).Low / 2147483648.0) - 1);
        }

        return numbers;
    }

    /// <summary>Class indices below <paramref name="classes"/>.</summary>
    internal static int[] Classes(int count, int classes, long seed) =>
        [.. Draw<double>(count, seed).Select(number => (int)((number + 1) / 2 * classes))];

    /// <summary>Data for a model of 3 features and 1 value: y = x₀ − 2x₁ + ½x₂ + 1.</summary>
    internal static Dataset<T> Line<T>(int count, long seed, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] features = Draw<T>(count * 3, seed);
        T[] targets = new T[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = features[3 * i] - T.CreateChecked(2) * features[(3 * i) + 1] + T.CreateChecked(0.5) * features[(3 * i) + 2] + T.One;
        }

        return Dataset.Create(features, targets, weights);
    }
}
