using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Takes the steps of a training one by one: what <see cref="Model{T}.Fit"/> is built on, for those who write their own loop. It holds the
/// optimiser's state, so one trainer is used for one training. Not thread-safe, and the only one that may change its model meanwhile.
/// </summary>
/// <typeparam name="T">The element type of the model.</typeparam>
public sealed class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly ModelDefinition definition;
    private readonly Optimizer optimizer;
    private readonly TrainerOptions options;
    private readonly ExecutionPlan plan;
    private readonly OptimizerState<T> state;
    private readonly GradientSum<T> gradients;
    private readonly RandomKey key;
    private Workspace<T> workspace;
    private AlignedMemory<T> ones;
    private ulong part;

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
        this.optimizer = optimizer;
        this.options = options ?? new TrainerOptions();
        definition = model.Definition;
        plan = DataCheck.TrainingPlan(definition);
        state = optimizer.CreateState<T>(model.Parameters.Length);
        gradients = new GradientSum<T>(model.Gradients);
        key = RandomKey.FromSeed(model.Seed);
        workspace = new Workspace<T>(plan, 0);
        ones = new AlignedMemory<T>(0);
    }

    /// <summary>The steps taken so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate => optimizer.LearningRateAt(StepCount + 1, options.TotalSteps);

    internal double StepLoss => gradients.Loss;

    internal double StepWeight => gradients.Weight;

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
        Update();
        return loss;
    }

    /// <summary>Takes one step on examples with target values.</summary>
    /// <param name="inputs">The features, one example after the other.</param>
    /// <param name="targets">The target values, one example after the other.</param>
    /// <param name="exampleWeights">One weight for each example, or empty where each counts 1.</param>
    /// <returns>The weighted mean loss before the step.</returns>
    /// <exception cref="ArgumentException">A size does not fit, or a value cannot be learned from; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, is not finite; no step was taken.</exception>
    public double Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> exampleWeights = default)
    {
        double loss = ComputeGradients(inputs, targets, exampleWeights);
        Update();
        return loss;
    }

    /// <summary>Computes the loss of examples with class indices, and leaves its gradients in the model, without taking a step.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{T}, ReadOnlySpan{int}, ReadOnlySpan{T})"/>
    /// <returns>The weighted mean loss.</returns>
    public unsafe double ComputeGradients(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> exampleWeights = default)
    {
        DataCheck.TargetKindFits(definition, TargetKind.ClassIndex, nameof(labels));
        int examples = CheckExamples(inputs, labels.Length, "label", exampleWeights, nameof(labels));
        BatchCheck.Labels(labels, definition.TargetSize, definition.ClassCount, default, nameof(labels));
        fixed (T* input = inputs, weights = WeightsOr1(exampleWeights, examples))
        fixed (int* label = labels)
        {
            return Compute(new BatchAddresses<T>(new Address<T>(input), new Address<int>(label), default, new Address<T>(weights)), examples);
        }
    }

    /// <summary>Computes the loss of examples with target values, and leaves its gradients in the model, without taking a step.</summary>
    /// <inheritdoc cref="Step(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <returns>The weighted mean loss.</returns>
    public unsafe double ComputeGradients(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> exampleWeights = default)
    {
        DataCheck.TargetKindFits(definition, TargetKind.Values, nameof(targets));
        int examples = CheckExamples(inputs, targets.Length, "target", exampleWeights, nameof(targets));
        BatchCheck.Targets(targets, definition.TargetSize, definition.HasBinaryTargets, default, nameof(targets));
        fixed (T* input = inputs, target = targets, weights = WeightsOr1(exampleWeights, examples))
        {
            return Compute(new BatchAddresses<T>(new Address<T>(input), default, new Address<T>(target), new Address<T>(weights)), examples);
        }
    }

    /// <summary>Begins to collect the gradients of a step.</summary>
    internal void Begin()
    {
        gradients.Reset();
        part = 0;
    }

    /// <summary>Adds the gradients of checked examples to the step's.</summary>
    internal void Add(BatchAddresses<T> batch, int examples)
    {
        if (workspace.Capacity < examples)
        {
            workspace = new Workspace<T>(plan, examples);
        }

        gradients.Prepare();
        RandomKey stepKey = key.Derive((ulong)StepCount + 1);
        Run<T> run = new()
        {
            Batch = examples,
            Arena = workspace.Arena.Address,
            Fixed = workspace.Fixed.Address,
            Parameters = model.Parameters.Address,
            Gradients = model.Gradients.Address,
            Input = batch.Input,
            Target = batch.Target,
            Labels = batch.Labels,
            ExampleWeights = batch.Weights,
            Key = part == 0 ? stepKey : stepKey.Derive(part),
        };
        part++;
        model.RunTrain(in run);
        T weight = run.Fixed[plan.LossWeightOffset];
        T loss = run.Fixed[plan.LossOffset];
        if (!T.IsFinite(loss) && weight != T.Zero)
        {
            throw DivergenceSearch.OfLoss(model, in run, loss, StepCount + 1);
        }

        gradients.Add(double.CreateChecked(loss), double.CreateChecked(weight));
        GC.KeepAlive(this);
    }

    /// <summary>Leaves the step's gradient in the model.</summary>
    internal double Complete() => gradients.Complete();

    /// <summary>Takes the step, unless no example counted.</summary>
    internal void Update()
    {
        if (gradients.Weight != 0)
        {
            double scale = options.ClipNorm is { } largest ? ClippingScale(largest) : 1;
            state.Update(model.Parameters.Span, model.Gradients.Span, definition, LearningRate, scale, StepCount + 1);
        }

        StepCount++;
    }

    private double ClippingScale(double largest)
    {
        double norm = GradientMath.Norm<T>(model.Gradients.Span);
        return !double.IsFinite(norm) ? throw DivergenceSearch.OfGradient(model, StepCount + 1)
            : norm > largest ? largest / norm
            : 1;
    }

    private double Compute(BatchAddresses<T> batch, int examples)
    {
        Begin();
        int size = options.MicroBatchSize ?? examples;
        for (int start = 0; start < examples; start += size)
        {
            BatchAddresses<T> rest = new(
                batch.Input + ((nint)start * model.InputLength),
                batch.Labels + ((nint)start * definition.TargetSize),
                batch.Target + ((nint)start * definition.TargetSize),
                batch.Weights + start);
            Add(rest, Math.Min(size, examples - start));
        }

        return Complete();
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
