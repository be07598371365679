using System.Numerics;

namespace ModelDsl;

/// <summary>
/// A source of examples. Derive from it to read examples from elsewhere than arrays, or to change them on the way:
/// <see cref="Gather"/> is called once for each batch, from one thread at a time.
/// </summary>
/// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
public abstract class Dataset<T> : Dataset
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Whether <see cref="Gather"/> is so much work that a training calls it for the next batch while it works on the current one, from a thread
    /// of its own where the machine has one; false by default.
    /// </summary>
    public virtual bool PreparesAhead => false;

    internal sealed override Type ElementType => typeof(T);

    /// <summary>Writes the examples of these indices, in their order, into a batch's memory.</summary>
    /// <param name="indices">Indices from 0 to <see cref="Dataset.Count"/> − 1.</param>
    /// <param name="batch">Memory of exactly the size of these examples; what the data does not have is empty.</param>
    public abstract void Gather(ReadOnlySpan<int> indices, Batch<T> batch);

    /// <summary>The examples of these indices, in their order, as a view of this data.</summary>
    /// <param name="indices">Indices from 0 to <see cref="Dataset.Count"/> − 1; copied.</param>
    /// <exception cref="ArgumentException">An index lies outside the data.</exception>
    public Dataset<T> Subset(ReadOnlySpan<int> indices)
    {
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentException(string.Create(Invariant, $"The index {index} lies outside the {Count} examples of the data."), nameof(indices));
            }
        }

        return new SubsetDataset<T>(this, indices.ToArray());
    }

    /// <summary>A range of the examples, such as <c>data.Subset(..1000)</c> or <c>data.Subset(^200..)</c>, as a view of this data.</summary>
    /// <param name="range">The range.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range lies outside the data.</exception>
    public Dataset<T> Subset(Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(Count);
        int[] indices = new int[length];
        Shuffling.Count(indices, start);
        return new SubsetDataset<T>(this, indices);
    }

    /// <summary>Deals the examples at random into two sets, both views of this data.</summary>
    /// <param name="fraction">The first set's share of the examples, above 0 and below 1; rounded to whole examples.</param>
    /// <param name="seed">The seed of the shuffle: the same seed gives the same sets.</param>
    /// <returns>For example 0.8: four fifths to train on, and one fifth to validate with.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">One of the sets would be empty.</exception>
    public (Dataset<T> First, Dataset<T> Second) Split(double fraction, long seed = 0)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The first set's share of the examples lies above 0 and below 1.");
        }

        int first = (int)Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        if (first == 0 || first == Count)
        {
            throw new ArgumentException(string.Create(Invariant, $"A share of {fraction} of {Count} examples leaves one of the two sets empty."), nameof(fraction));
        }

        int[] order = new int[Count];
        Shuffling.Count(order, 0);
        Shuffling.Shuffle(order, Kernels.RandomKey.FromSeed(seed));
        return (new SubsetDataset<T>(this, order[..first]), new SubsetDataset<T>(this, order[first..]));
    }

    /// <summary>Looks for values that no training can use, before it changes anything; a source that cannot look ahead finds nothing.</summary>
    /// <param name="indices">The examples to look at.</param>
    /// <param name="limits">What the model takes.</param>
    internal virtual void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
    }

    private protected static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
