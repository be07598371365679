using System.Numerics.Tensors;

namespace ModelDsl;

/// <content>Steps on examples that are ids.</content>
public sealed partial class Trainer<T>
{
    private AlignedMemory<T> ids = new(0);

    /// <summary>Takes one step on examples of ids with class indices, such as the ids that follow.</summary>
    /// <param name="tokens">The ids, one example after the other.</param>
    /// <param name="labels">The class indices, one example after the other.</param>
    /// <param name="exampleWeights">One weight for each example, or empty where each counts 1.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, or a value cannot be learned from; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, ReadOnlySpan<T> exampleWeights = default) => Step(Numbers(tokens), labels, exampleWeights);

    /// <summary>Takes one step on examples of ids with target values.</summary>
    /// <param name="tokens">The ids, one example after the other.</param>
    /// <param name="targets">The target values, one example after the other.</param>
    /// <param name="exampleWeights">One weight for each example, or empty where each counts 1.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, or a value cannot be learned from; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<int> tokens, ReadOnlySpan<T> targets, ReadOnlySpan<T> exampleWeights = default) => Step(Numbers(tokens), targets, exampleWeights);

    /// <summary>Takes one step on examples of ids alone, under a loss that has no target.</summary>
    /// <param name="tokens">The ids, one example after the other.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, an id is none of the vocabulary, or the loss has a target; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<int> tokens) => Step(Numbers(tokens));

    /// <summary>The ids as features.</summary>
    private ReadOnlySpan<T> Numbers(ReadOnlySpan<int> tokens)
    {
        if (ids.Span.Length < tokens.Length)
        {
            ids = new AlignedMemory<T>(tokens.Length);
        }

        TensorPrimitives.ConvertChecked(tokens, ids.Span);
        return ids.Span[..tokens.Length];
    }
}
