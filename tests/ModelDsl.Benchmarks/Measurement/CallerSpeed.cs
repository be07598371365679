using System.Diagnostics;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>How many single examples several threads predict that call one model at the same time.</summary>
internal static class CallerSpeed
{
    /// <summary>A thread looks at the clock after so many predictions.</summary>
    private const int PredictionsAtATime = 16;

    /// <summary>The predictions of all callers together in a second.</summary>
    public static double Measure(IReferenceModel reference, Model<float> model, int callers, double seconds)
    {
        ExampleBatch[] examples = [.. Enumerable.Range(0, callers).Select(_ => new ExampleBatch(reference, model.Definition))];
        double[] speeds = new double[callers];
        using Barrier start = new(callers);
        Thread[] threads = [.. examples.Select((example, i) => new Thread(() => speeds[i] = Call(model, example, start, seconds)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return speeds.Sum();
    }

    private static double Call(Model<float> model, ExampleBatch example, Barrier start, double seconds)
    {
        long predictions = 0;
        start.SignalAndWait();
        long begin = Stopwatch.GetTimestamp();
        while (Clock.Since(begin) < seconds * 1e6)
        {
            for (int i = 0; i < PredictionsAtATime; i++)
            {
                model.Predict(example.SingleFeatures, example.SingleOutputs);
            }

            predictions += PredictionsAtATime;
        }

        return predictions * 1e6 / Clock.Since(begin);
    }
}
