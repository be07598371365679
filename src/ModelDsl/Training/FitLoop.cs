using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>One training: epochs of steps, with measurements between.</summary>
internal sealed class FitLoop<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly TrainingOptions options;
    private readonly StepExecutor<T> executor;
    private readonly TrainingBatches<T> batches;
    private readonly Evaluator<T>? validation;
    private readonly ProgressReporter reporter;
    private readonly int[] order;
    private readonly int stepSize;
    private readonly int stepsPerEpoch;
    private double learningRate;

    internal FitLoop(Model<T> model, Dataset<T> data, Optimizer optimizer, TrainingOptions options, IProgress<TrainingProgress>? progress)
    {
        DataCheck.Fits(model, data, nameof(data));
        this.model = model;
        this.options = options;
        stepSize = (int)Math.Min((long)options.BatchSize * options.AccumulationSteps, int.MaxValue);
        stepsPerEpoch = options.DropLastBatch ? data.Count / stepSize : (int)(((long)data.Count + stepSize - 1) / stepSize);
        if (stepsPerEpoch == 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"data holds {data.Count} examples, fewer than the {stepSize} of one step, and DropLastBatch leaves them out."), nameof(data));
        }

        validation = ValidationOf(model, options);
        order = new int[data.Count];
        executor = new StepExecutor<T>(model, optimizer, new TrainerOptions { ClipNorm = options.ClipNorm, TotalSteps = (long)stepsPerEpoch * options.Epochs });
        reporter = new ProgressReporter(progress, options.Epochs, stepsPerEpoch);
        batches = new TrainingBatches<T>(data, DataCheck.Limits(model.Definition, nameof(data)), order, options.BatchSize);
    }

    internal TrainingHistory Run(CancellationToken cancellationToken)
    {
        List<EpochResult> epochs = new(options.Epochs);
        EarlyStopper<T>? stopper = options.EarlyStopping is { } early ? new EarlyStopper<T>(early, model) : null;
        bool stop = false;
        while (!stop && epochs.Count < options.Epochs)
        {
            EpochResult epoch = RunEpoch(epochs.Count + 1, cancellationToken);
            epochs.Add(epoch);
            stop = stopper?.Observe(epoch.MonitoredLoss) ?? false;
        }

        stopper?.RestoreBest();
        return new TrainingHistory(epochs, stop && epochs.Count < options.Epochs);
    }

    public void Dispose() => batches.Dispose();

    private static Evaluator<T>? ValidationOf(Model<T> model, TrainingOptions options)
    {
        const string name = "options.Validation";
        if (options.Validation is null)
        {
            return null;
        }

        Dataset<T> data = options.Validation as Dataset<T>
            ?? throw new ArgumentException($"{name} holds features of {options.Validation.ElementType.Name}, but the model {model.Definition.Name} works in {typeof(T).Name}.", nameof(options));
        DataCheck.Fits(model, data, name);
        return new Evaluator<T>(model, data, name);
    }

    private EpochResult RunEpoch(int epoch, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        Shuffling.Count(order, 0);
        if (options.Shuffle)
        {
            Shuffling.Shuffle(order, RandomKey.FromSeed(options.Seed).Derive((ulong)epoch));
        }

        batches.Begin(epoch, (int)Math.Min((long)stepsPerEpoch * stepSize, order.Length));
        reporter.Begin(epoch);
        double loss = 0;
        double weight = 0;
        for (int step = 0; step < stepsPerEpoch; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TakeStep(step);
            loss += executor.StepLoss;
            weight += executor.StepWeight;
            reporter.Report(step + 1, Math.Min((step + 1L) * stepSize, order.Length), loss / weight, learningRate);
        }

        Evaluation? measured = validation?.Run();
        reporter.Complete(loss / weight, measured, learningRate);
        return new EpochResult(epoch, loss / weight, measured?.Loss, measured?.Accuracy, learningRate, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private void TakeStep(int step)
    {
        int first = step * stepSize;
        int last = (int)Math.Min((long)first + stepSize, order.Length);
        executor.Begin();
        int examples;
        for (int start = first; start < last; start += examples)
        {
            examples = batches.Next();
            executor.Add(batches.Addresses, examples);
        }

        executor.Complete();
        learningRate = executor.LearningRate;
        executor.Update();
        GC.KeepAlive(batches);
    }
}
