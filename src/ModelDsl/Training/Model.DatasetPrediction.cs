using System.Numerics;

namespace ModelDsl;

/// <content>Predicting the examples of a dataset.</content>
public abstract partial class Model<T>
{
    /// <summary>Predicts the examples of data, such as images that are bytes; what the data knows of them beside their features is not looked at. Thread-safe.</summary>
    /// <param name="data">The examples.</param>
    /// <returns>The predictions, one example after the other.</returns>
    /// <exception cref="ArgumentException">An example has not as many features as the model takes.</exception>
    public T[] Predict(Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        DataCheck.FeaturesFit(this, data, nameof(data));
        T[] outputs = new T[checked(data.Count * OutputLength)];
        int chunk = Math.Min(ChunkLength, Math.Max(1, data.Count));
        BatchBuffers<T> buffers = new(data, new ValueLimits(int.MaxValue, Dataset.Ignored, false, Definition.Tokens, [], nameof(data)), chunk);
        int[] indices = new int[chunk];
        for (int start = 0; start < data.Count; start += chunk)
        {
            int examples = Math.Min(chunk, data.Count - start);
            Shuffling.Count(indices, start);
            buffers.Gather(indices.AsSpan(0, examples), epoch: 0);
            Predict(buffers.Features[..(examples * InputLength)], outputs.AsSpan(start * OutputLength, examples * OutputLength));
        }

        return outputs;
    }
}
