using System.Numerics;

namespace ModelDsl;

/// <content>Examples that are ids, such as words.</content>
public abstract partial class Dataset
{
    /// <summary>Examples of ids with class indices: one each, or one for each position.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="tokens">The ids, one example after the other; read in place.</param>
    /// <param name="labels">The class indices, from 0, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, a label is negative, or a weight is negative or not finite.</exception>
    public static Dataset<T> CreateTokens<T>(int[] tokens, int[] labels, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(labels);
        return new TokenDataset<T>(tokens, labels, targets: null, weights, examples);
    }

    /// <summary>Examples of ids with target values.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="tokens">The ids, one example after the other; read in place.</param>
    /// <param name="targets">The values, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> CreateTokens<T>(int[] tokens, T[] targets, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(targets);
        return new TokenDataset<T>(tokens, labels: null, targets, weights, examples);
    }

    /// <summary>Examples of ids alone: to predict from, or to train under a loss that has no target.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="tokens">The ids, one example after the other; read in place.</param>
    /// <param name="examples">The number of examples.</param>
    /// <param name="weights">One weight for each example, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not divide, or a weight is negative or not finite.</exception>
    public static Dataset<T> CreateTokens<T>(int[] tokens, int examples, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new TokenDataset<T>(tokens, labels: null, targets: null, weights, examples);
    }

    /// <summary>The windows of a text: each example is <paramref name="length"/> ids in a row, and its labels are the ids that follow each of them.</summary>
    /// <typeparam name="T">The element type of the model that the examples are for.</typeparam>
    /// <param name="tokens">The text as ids; read in place.</param>
    /// <param name="length">The number of ids of an example, at least 1.</param>
    /// <param name="stride">The distance of the starts of two examples, at least 1; by default 1, so that every place of the text starts one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length or the stride is not positive.</exception>
    /// <exception cref="ArgumentException">The text is not longer than one example.</exception>
    public static Dataset<T> CreateWindows<T>(int[] tokens, int length, int stride = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        return tokens.Length > length
            ? new TokenDataset<T>(tokens, length, stride)
            : throw new ArgumentException(FormattableString.Invariant($"tokens holds {tokens.Length} ids, but one example and the id that follows it take {length + 1L}."), nameof(tokens));
    }
}
