using System.Numerics;

namespace ModelDsl;

/// <content>Features alone.</content>
public abstract partial class Dataset
{
    /// <summary>Features alone: to predict from, or to train under a loss that has no target.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(T[] features, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(features);
        return new ArrayDataset<T>(features, labels: null, targets: null, weights, examples);
    }

    /// <summary>Features alone, copied.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or empty where each counts 1.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(ReadOnlySpan<T> features, int examples, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create(features.ToArray(), examples, weights.IsEmpty ? null : weights.ToArray());
}
