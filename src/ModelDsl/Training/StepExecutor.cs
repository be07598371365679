using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Takes the steps of one training, on examples that were checked: gradients of one part of a step after the other, then the update.</summary>
internal sealed class StepExecutor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly Optimizer optimizer;
    private readonly TrainerOptions options;
    private readonly ExecutionPlan plan;
    private readonly OptimizerState<T> state;
    private readonly GradientSum<T> gradients;
    private readonly RandomKey key;
    private Workspace<T> workspace;
    private ulong part;

    internal StepExecutor(Model<T> model, Optimizer optimizer, TrainerOptions options)
    {
        this.model = model;
        this.optimizer = optimizer;
        this.options = options;
        plan = DataCheck.TrainingPlan(model.Definition);
        state = optimizer.CreateState<T>(model.Definition.TrainedLength);
        gradients = new GradientSum<T>(model.Gradients);
        key = RandomKey.FromSeed(model.Seed);
        workspace = new Workspace<T>(plan, 0);
    }

    /// <summary>The steps taken so far.</summary>
    internal long StepCount { get; private set; }

    /// <summary>The learning rate of the next step.</summary>
    internal double LearningRate => optimizer.LearningRateAt(StepCount + 1, options.TotalSteps);

    /// <summary>The weighted sum of the losses of the step's examples.</summary>
    internal double StepLoss => gradients.Loss;

    /// <summary>The sum of their weights.</summary>
    internal double StepWeight => gradients.Weight;

    /// <summary>Begins to collect the gradients of a step.</summary>
    internal void Begin()
    {
        gradients.Reset();
        part = 0;
    }

    /// <summary>Adds the gradients of examples to the step's.</summary>
    /// <exception cref="TrainingDivergedException">Their loss is not finite.</exception>
    internal void Add(BatchAddresses<T> batch, int examples)
    {
        if (workspace.Capacity < examples)
        {
            workspace = new Workspace<T>(plan, examples);
        }

        gradients.Prepare();
        Run<T> run = new(examples, workspace.Arena.Address, workspace.Fixed.Address, model.Parameters.Address, model.Gradients.Address, batch, PartKey());
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
    /// <returns>The step's loss; 0 where no example counts.</returns>
    internal double Complete() => gradients.Complete();

    /// <summary>Leaves the gradient of a whole step's examples in the model, worked out part by part.</summary>
    /// <returns>Their loss.</returns>
    internal double Compute(BatchAddresses<T> batch, int examples)
    {
        Begin();
        int size = Math.Min(options.MicroBatchSize ?? examples, examples);
        for (int start = 0; start < examples; start += Math.Min(size, examples - start))
        {
            Add(batch.Skip(start, model.InputLength, model.Definition.TargetSize), Math.Min(size, examples - start));
        }

        return Complete();
    }

    /// <summary>Takes the step, unless no example counted.</summary>
    /// <exception cref="TrainingDivergedException">The norm of the gradient, which is to be clipped, is not finite.</exception>
    internal void Update()
    {
        if (gradients.Weight != 0)
        {
            double scale = options.ClipNorm is { } largest ? ClippingScale(largest) : 1;
            int trained = model.Definition.TrainedLength;
            state.Update(model.Parameters.Span[..trained], model.Gradients.Span[..trained], model.Definition, LearningRate, scale, StepCount + 1);
            MoveBuffers();
            model.ParametersChanged();
        }

        StepCount++;
    }

    /// <summary>Buffers move towards what the step measured, which lies where their gradients would.</summary>
    private void MoveBuffers()
    {
        foreach (ParameterSegment segment in model.Definition.Parameters)
        {
            if (segment.IsBuffer)
            {
                Span<T> buffer = model.Parameters.Span.Slice(segment.Offset, segment.Length);
                ReadOnlySpan<T> measured = model.Gradients.Span.Slice(segment.Offset, segment.Length);
                T momentum = T.CreateChecked(segment.Momentum);
                for (int i = 0; i < buffer.Length; i++)
                {
                    buffer[i] += momentum * (measured[i] - buffer[i]);
                }
            }
        }
    }

    /// <summary>The key of this part of the step.</summary>
    private RandomKey PartKey()
    {
        RandomKey stepKey = key.Derive((ulong)StepCount + 1);
        return part == 0 ? stepKey : stepKey.Derive(part);
    }

    private double ClippingScale(double largest)
    {
        double norm = GradientMath.Norm<T>(model.Gradients.Span[..model.Definition.TrainedLength]);
        return !double.IsFinite(norm) ? throw DivergenceSearch.OfGradient(model, StepCount + 1)
            : norm > largest ? largest / norm
            : 1;
    }
}
