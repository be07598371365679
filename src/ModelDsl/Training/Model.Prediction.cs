using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <content>Predicting and measuring.</content>
public abstract partial class Model<T>
{
    private const int ChunkBytes = 1 << 20;
    private const int LargestChunk = 1024;
    private const int SmallestChunk = 8;

    /// <summary>
    /// Predicts any number of examples. Thread-safe, and without allocation once as many threads have predicted before as do now; large inputs
    /// are worked through in chunks, so that the memory stays bounded. What follows from the weights alone is kept from one prediction to the
    /// next until they change; for a model that has given out a view of a parameter, through which they may change unseen, it is not.
    /// </summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <param name="outputs">The predictions, one example after the other: exactly as many as <paramref name="inputs"/> has examples. Must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length does not fit, the two overlap, or an id is none of the vocabulary.</exception>
    public unsafe virtual void Predict(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        int examples = BatchCheck.Examples(inputs.Length, InputLength, nameof(inputs));
        BatchCheck.Length(outputs.Length, (long)examples * OutputLength, "value", examples, nameof(outputs));
        BatchCheck.Tokens(inputs, InputLength, Definition.Tokens, default, nameof(inputs));
        if (inputs.Overlaps(outputs))
        {
            throw new ArgumentException("outputs overlaps inputs, which would be overwritten before they are read.", nameof(outputs));
        }

        fixed (T* input = inputs, output = outputs)
        {
            PredictChunks(new Address<T>(input), new Address<T>(output), examples);
        }
    }

    /// <summary>Predicts any number of examples. Thread-safe.</summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <returns>The predictions, one example after the other.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of one example's.</exception>
    public virtual T[] Predict(T[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        int examples = BatchCheck.Examples(inputs.Length, InputLength, nameof(inputs));
        T[] outputs = new T[checked(examples * OutputLength)];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Predicts any number of examples. Thread-safe; tensors whose elements do not lie in order are copied.</summary>
    /// <param name="inputs">The features: the first axis counts the examples, the others are the model's input shape.</param>
    /// <param name="outputs">The predictions: the first axis counts the examples, the others are the model's output shape.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the two overlap.</exception>
    public virtual void Predict(in ReadOnlyTensorSpan<T> inputs, in TensorSpan<T> outputs)
    {
        nint examples = inputs.Rank == 0 ? 0 : inputs.Lengths[0];
        CheckShape(inputs.Lengths, examples, Definition.InputShape, nameof(inputs));
        CheckShape(outputs.Lengths, examples, Definition.OutputShape, nameof(outputs));
        if (examples == 0)
        {
            return;
        }

        ReadOnlySpan<T> features = inputs.IsDense ? MemoryMarshal.CreateReadOnlySpan(in TensorMarshal.GetReference(in inputs), checked((int)inputs.FlattenedLength)) : Flatten(in inputs);
        if (outputs.IsDense)
        {
            Predict(features, MemoryMarshal.CreateSpan(ref TensorMarshal.GetReference(in outputs), checked((int)outputs.FlattenedLength)));
            return;
        }

        T[] predictions = new T[checked((int)outputs.FlattenedLength)];
        Predict(features, predictions);
        new ReadOnlyTensorSpan<T>(predictions, outputs.Lengths).CopyTo(outputs);
    }

    /// <summary>Measures the model on data, as it predicts (without dropout): the weighted mean of the loss, and the accuracy where targets are classes.</summary>
    /// <param name="data">Examples with targets.</param>
    /// <exception cref="ArgumentException">The data is empty or does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">The model has no loss.</exception>
    public Evaluation Evaluate(Dataset<T> data)
    {
        DataCheck.Fits(this, data, nameof(data));
        return new Evaluator<T>(this, data, nameof(data)).Run();
    }

    /// <summary>Predicts at most <see cref="ChunkLength"/> examples.</summary>
    internal void PredictChunk(Address<T> input, Address<T> output, int examples, ReadyState<T> weights)
    {
        Workspace<T> workspace = pool.Rent();
        try
        {
            Run<T> run = new(
                examples, workspace.Arena.Address, workspace.Fixed.Address, Parameters.Address, weights.PreparedOr(workspace), weights.Packed, input, output);
            RunInfer(in run, weights.IsPrepared);
        }
        finally
        {
            WorkspacePool<T>.Return(workspace);
        }

        GC.KeepAlive(weights);
        GC.KeepAlive(this);
    }

    private static T[] Flatten(in ReadOnlyTensorSpan<T> tensor)
    {
        T[] values = new T[checked((int)tensor.FlattenedLength)];
        tensor.FlattenTo(values);
        return values;
    }

    private static int ChunkOf(ExecutionPlan plan)
    {
        int fitting = ChunkBytes / Math.Max(1, checked(plan.ArenaPerExample * ElementSize));
        return Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)fitting + 1) / 2, SmallestChunk, LargestChunk);
    }

    /// <summary>An even number where there are several, which two threads share equally.</summary>
    private int ChunksOf(int examples)
    {
        if (examples <= ChunkLength)
        {
            return Math.Min(1, examples);
        }

        int chunks = (int)Partition.Count(examples, ChunkLength);
        return chunks + (chunks % 2);
    }

    private static void CheckShape(ReadOnlySpan<nint> lengths, nint examples, int[] shape, string name)
    {
        bool fits = lengths.Length == shape.Length + 1 && lengths[0] == examples;
        for (int axis = 0; fits && axis < shape.Length; axis++)
        {
            fits = lengths[axis + 1] == shape[axis];
        }

        if (!fits)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{name} has the shape ({string.Join(", ", lengths.ToArray())}), but {examples} examples have ({string.Join(", ", [examples, .. shape.Select(size => (nint)size)])})."), name);
        }
    }

    /// <summary>Several threads each take chunks of their own where there are enough of them, which spares them waiting for each other in every layer.</summary>
    private void PredictChunks(Address<T> input, Address<T> output, int examples)
    {
        int chunks = ChunksOf(examples);
        if (chunks == 1)
        {
            PredictChunk(input, output, examples, ReadyFor(examples));
            return;
        }

        PredictionJob<T> job = new(this, input, output, examples, chunks, ReadyFor(examples));
        if (chunks >= Parallelism.Threads)
        {
            Workers.Run(in job, chunks, examples * operationsOfExample);
        }
        else
        {
            job.RunAll();
        }
    }
}
