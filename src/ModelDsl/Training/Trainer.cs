using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Takes the steps of a training one by one: what <see cref="Model{T}.Fit"/> is built on, for those who write their own loop. It holds the
/// optimiser's state, so one trainer is used for one training. Not thread-safe, and the only one that may change its model meanwhile.
/// </summary>
/// <typeparam name="T">The element type of the model.</typeparam>
public sealed partial class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly ModelDefinition definition;
    private readonly StepExecutor<T> executor;
    private AlignedMemory<T> ones = new(0);

    /// <summary>Begins a training.</summary>
    /// <param name="model">The model to train.</param>
    /// <param name="optimizer">How gradients change the weights.</param>
    /// <param name="options">How steps are taken; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">The model has no loss.</exception>
    public Trainer(Model<T> model, Optimizer optimizer, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        this.model = model;
        definition = model.Definition;
        executor = new StepExecutor<T>(model, optimizer, options ?? new TrainerOptions());
    }

    /// <summary>The steps taken so far.</summary>
    public long StepCount => executor.StepCount;

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate => executor.LearningRate;

    /// <summary>Takes one step on examples with class indices.</summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <param name="labels">The class indices, one example after the other.</param>
    /// <param name="exampleWeights">One weight for each example, or empty where each counts 1.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, or a value cannot be learned from; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> exampleWeights = default)
    {
        double loss = ComputeGradients(inputs, labels, exampleWeights);
        executor.Update();
        return loss;
    }

    /// <summary>Takes one step on examples with target values.</summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <param name="targets">The target values, one example after the other; empty under a loss that has no target.</param>
    /// <param name="exampleWeights">One weight for each example, or empty where each counts 1.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, or a value cannot be learned from; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> exampleWeights = default)
    {
        double loss = ComputeGradients(inputs, targets, exampleWeights);
        executor.Update();
        return loss;
    }

    /// <summary>Takes one step on examples of features alone, under a loss that has no target.</summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, a value cannot be learned from, or the loss has a target; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<T> inputs)
    {
        double loss = ComputeGradients(inputs);
        executor.Update();
        return loss;
    }

    /// <summary>Computes the loss of examples with class indices, and leaves its gradients in the model, without taking a step.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{T}, ReadOnlySpan{int}, ReadOnlySpan{T})"/>
    /// <returns>The weighted mean loss.</returns>
    public unsafe double ComputeGradients(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> exampleWeights = default)
    {
        DataCheck.TargetKindFits(definition, TargetKind.ClassIndex, nameof(labels));
        int examples = CheckExamples(inputs, labels.Length, "label", exampleWeights, nameof(labels));
        BatchCheck.Labels(labels, definition.TargetSize, DataCheck.Limits(definition, nameof(labels)), default);
        fixed (T* input = inputs, weights = WeightsOr1(exampleWeights, examples))
        fixed (int* label = labels)
        {
            return executor.Compute(new BatchAddresses<T>(new Address<T>(input), new Address<int>(label), default, new Address<T>(weights)), examples);
        }
    }

    /// <summary>Computes the loss of examples with target values, and leaves its gradients in the model, without taking a step.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <returns>The weighted mean loss.</returns>
    public unsafe double ComputeGradients(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> exampleWeights = default)
    {
        if (definition.TargetKind != TargetKind.None || !targets.IsEmpty)
        {
            DataCheck.TargetKindFits(definition, TargetKind.Values, nameof(targets));
        }

        int examples = CheckExamples(inputs, targets.Length, "target", exampleWeights, nameof(targets));
        BatchCheck.Targets(targets, definition.TargetSize, DataCheck.Limits(definition, nameof(targets)), default);
        fixed (T* input = inputs, target = targets, weights = WeightsOr1(exampleWeights, examples))
        {
            return executor.Compute(new BatchAddresses<T>(new Address<T>(input), default, new Address<T>(target), new Address<T>(weights)), examples);
        }
    }

    /// <summary>Computes the loss of examples of features alone, and leaves its gradients in the model, without taking a step.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{T})"/>
    /// <returns>The mean loss.</returns>
    public double ComputeGradients(ReadOnlySpan<T> inputs)
    {
        DataCheck.TargetKindFits(definition, TargetKind.None, nameof(inputs));
        return ComputeGradients(inputs, ReadOnlySpan<T>.Empty);
    }

    private int CheckExamples(ReadOnlySpan<T> inputs, int targetCount, string what, ReadOnlySpan<T> exampleWeights, string targetName)
    {
        int examples = BatchCheck.Examples(inputs.Length, model.InputLength, nameof(inputs));
        if (examples == 0)
        {
            throw new ArgumentException("inputs holds no examples.", nameof(inputs));
        }

        BatchCheck.Length(targetCount, (long)examples * definition.TargetSize, what, examples, targetName);
        if (!exampleWeights.IsEmpty)
        {
            BatchCheck.Length(exampleWeights.Length, examples, "weight", examples, nameof(exampleWeights));
            BatchCheck.Weights(exampleWeights, default, nameof(exampleWeights));
        }

        BatchCheck.Finite(inputs, model.InputLength, "feature", default, nameof(inputs));
        BatchCheck.Tokens(inputs, model.InputLength, definition.Tokens, default, nameof(inputs));
        return examples;
    }

    private ReadOnlySpan<T> WeightsOr1(ReadOnlySpan<T> exampleWeights, int examples)
    {
        if (!exampleWeights.IsEmpty)
        {
            return exampleWeights;
        }

        if (ones.Length < examples)
        {
            ones = new AlignedMemory<T>(examples);
            ones.Span.Fill(T.One);
        }

        return ones.Span;
    }
}
