using System.Globalization;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>What one process of our own does: it measures, and prints rows as the peers' programs do.</summary>
internal static class OwnMeasurement
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Measures and prints.</summary>
    public static void Run(Turn turn, Settings settings)
    {
        if (turn == Turn.Memory)
        {
            MeasureMemory(settings);
            return;
        }

        if (turn == Turn.Predictions)
        {
            MeasurePredictions(settings);
            return;
        }

        Row(Columns(Figures.Peak), "machine", 1, MachinePeak.Measure());
        foreach (IReferenceModel model in settings.Models.Select(ReferenceModels.Find))
        {
            ExampleBatch batch = new(model, model.Create().Definition);
            foreach (int threads in settings.Threads)
            {
                Parallelism.Threads = threads;
                ModelTimes times = ModelTimes.Measure(model, batch, settings.Seconds);
                Row(Columns(Figures.Step, Figures.Batch, Figures.Single, Figures.Token), model.Name, threads, times.Step, times.Batch, times.Single, times.Token);
                if (turn == Turn.All)
                {
                    double[] regions = RegionTimes.Measure(model, settings.Seconds);
                    Row(Columns([.. regions.Select((_, i) => Figures.Region(i))]), model.Name, threads, regions);
                }
            }
        }

        if (turn == Turn.All)
        {
            MeasureProducts(settings);
        }
    }

    /// <summary>One model alone: what another has taken is not given back.</summary>
    private static void MeasureMemory(Settings settings)
    {
        ModelMemory memory = ModelMemory.Measure(ReferenceModels.Find(settings.Models.Single()));
        Row(Columns(Figures.CreationMemory, Figures.StepMemory), settings.Models[0], Parallelism.Threads, memory.Creation, memory.Step);
    }

    private static void MeasurePredictions(Settings settings)
    {
        foreach (IReferenceModel model in settings.Models.Select(ReferenceModels.Find))
        {
            ExampleBatch examples = new(model, model.Create().Definition);
            foreach (int threads in settings.Threads)
            {
                Parallelism.Threads = threads;
                (double batch, double single) = ModelTimes.MeasurePredictions(model, examples, settings.Seconds);
                Row(Columns(Figures.Batch, Figures.Single), model.Name, threads, batch, single);
            }
        }
    }

    private static void MeasureProducts(Settings settings)
    {
        foreach (ProductShape shape in ProductShape.All)
        {
            foreach (int threads in settings.Threads)
            {
                Parallelism.Threads = threads;
                Row(Columns(Figures.Product), shape.Name, threads, ProductSpeed.Measure(shape, settings.Seconds));
            }
        }
    }

    private static string Columns(params string[] figures) => string.Join('\t', ["peer", "model", "threads", .. figures]);

    private static void Row(string header, string subject, int threads, params double[] values)
    {
        Console.WriteLine(header);
        Console.WriteLine(string.Join('\t', [Figures.Ours, subject, threads.ToString(Culture), .. values.Select(value => value.ToString("F4", Culture))]));
    }
}
