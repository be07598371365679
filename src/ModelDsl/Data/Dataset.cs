using System.Numerics;

namespace ModelDsl;

/// <summary>
/// Examples to train on or to measure with, whatever their element type: <see cref="Dataset{T}"/> is what a source of examples derives
/// from. The factories here make one from arrays (which it then reads in place) or from spans (which it copies).
/// </summary>
/// <remarks>
/// Features, targets and weights lie one example after the other. A weight says how much an example counts in the mean loss; weights are
/// finite and not negative, and without them each example counts 1.
/// </remarks>
public abstract partial class Dataset
{
    /// <summary>A label of what is not to be learned from: positions that have it do not count under a loss whose <c>IgnoreIndex</c> it is.</summary>
    public const int Ignored = -100;

    private protected Dataset()
    {
    }

    /// <summary>The number of examples.</summary>
    public abstract int Count { get; }

    /// <summary>The number of features of one example.</summary>
    public abstract int FeatureSize { get; }

    /// <summary>What is known of each example: class indices or values; <see cref="TargetKind.None"/> for features alone.</summary>
    public abstract TargetKind TargetKind { get; }

    /// <summary>The number of class indices or values of one example.</summary>
    public abstract int TargetSize { get; }

    /// <summary>Whether examples have weights of their own; otherwise each counts 1.</summary>
    public abstract bool HasWeights { get; }

    /// <summary>The type of one feature, for messages.</summary>
    internal abstract Type ElementType { get; }

    /// <summary>Examples with one class index each.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other; read in place.</param>
    /// <param name="labels">One class index, from 0, for each example; read in place.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, a label is negative, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(T[] features, int[] labels, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        return Create(features, labels, labels.Length, weights);
    }

    /// <summary>Examples with several class indices each, such as one for each position of a sequence.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other; read in place.</param>
    /// <param name="labels">The class indices, from 0, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, a label is negative, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(T[] features, int[] labels, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return new ArrayDataset<T>(features, labels, targets: null, weights, examples);
    }

    /// <summary>Examples with one target value each.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other; read in place.</param>
    /// <param name="targets">One value for each example; read in place.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(T[] features, T[] targets, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        return Create(features, targets, targets.Length, weights);
    }

    /// <summary>Examples with several target values each.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other; read in place.</param>
    /// <param name="targets">The values, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(T[] features, T[] targets, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        return new ArrayDataset<T>(features, labels: null, targets, weights, examples);
    }

    /// <summary>Examples with class indices, copied.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other.</param>
    /// <param name="labels">The class indices, from 0, one example after the other.</param>
    /// <param name="examples">The number of examples; 0 for one label each.</param>
    /// <param name="weights">One weight for each example, or empty where each counts 1.</param>
    /// <exception cref="ArgumentException">A size does not divide, a label is negative, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(ReadOnlySpan<T> features, ReadOnlySpan<int> labels, int examples = 0, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Create(features.ToArray(), labels.ToArray(), examples == 0 ? labels.Length : examples, weights.IsEmpty ? null : weights.ToArray());

    /// <summary>Examples with target values, copied.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="features">The features, one example after the other.</param>
    /// <param name="targets">The values, one example after the other.</param>
    /// <param name="examples">The number of examples; 0 for one value each.</param>
    /// <param name="weights">One weight for each example, or empty where each counts 1.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> Create<T>(ReadOnlySpan<T> features, ReadOnlySpan<T> targets, int examples = 0, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Create(features.ToArray(), targets.ToArray(), examples == 0 ? targets.Length : examples, weights.IsEmpty ? null : weights.ToArray());
}
