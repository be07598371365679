using System.Diagnostics;

namespace ModelDsl;

/// <summary>Tells how far a training is, at a rate that people can read and that costs steps nothing.</summary>
internal sealed class ProgressReporter(IProgress<TrainingProgress>? progress, int epochs, int stepsPerEpoch)
{
    private static readonly long Interval = Stopwatch.Frequency / 20;

    private int epoch;
    private long start;
    private long last;
    private double examplesPerSecond;

    internal void Begin(int number)
    {
        epoch = number;
        start = Stopwatch.GetTimestamp();
        last = start;
    }

    /// <summary>After each step. The last one is left to <see cref="Complete"/>, but for the examples per second, in which validation has no part.</summary>
    internal void Report(int step, long examples, double loss, double learningRate)
    {
        if (progress is null)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        if (step < stepsPerEpoch && now - last < Interval)
        {
            return;
        }

        last = now;
        examplesPerSecond = examples / Math.Max(Stopwatch.GetElapsedTime(start, now).TotalSeconds, double.Epsilon);
        if (step < stepsPerEpoch)
        {
            progress.Report(new TrainingProgress(epoch, epochs, step, stepsPerEpoch, loss, null, null, examplesPerSecond, learningRate));
        }
    }

    /// <summary>After the epoch's validation.</summary>
    internal void Complete(double loss, Evaluation? measured, double learningRate) =>
        progress?.Report(new TrainingProgress(epoch, epochs, stepsPerEpoch, stepsPerEpoch, loss, measured?.Loss, measured?.Accuracy, examplesPerSecond, learningRate));
}
