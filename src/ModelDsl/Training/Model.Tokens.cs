using System.Buffers;
using System.ComponentModel;
using System.Numerics.Tensors;

namespace ModelDsl;

/// <content>Examples that are ids.</content>
public abstract partial class Model<T>
{
    /// <summary>Predicts any number of examples of ids. Thread-safe, and without allocation in the long run.</summary>
    /// <param name="tokens">The ids, one example after the other.</param>
    /// <param name="outputs">The predictions, one example after the other.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an id is none of the vocabulary.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void PredictTokens(ReadOnlySpan<int> tokens, Span<T> outputs)
    {
        T[] features = ArrayPool<T>.Shared.Rent(tokens.Length);
        try
        {
            Span<T> inputs = features.AsSpan(0, tokens.Length);
            TensorPrimitives.ConvertChecked(tokens, inputs);
            Predict(inputs, outputs);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(features);
        }
    }

    /// <summary>Predicts any number of examples of ids. Thread-safe.</summary>
    /// <param name="tokens">The ids, one example after the other.</param>
    /// <returns>The predictions, one example after the other.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of one example's, or an id is none of the vocabulary.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T[] PredictTokens(int[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        T[] outputs = new T[checked(BatchCheck.Examples(tokens.Length, InputLength, nameof(tokens)) * OutputLength)];
        PredictTokens(tokens, outputs);
        return outputs;
    }
}
