using System.Diagnostics;
using System.Globalization;
using ModelDsl;
using QualityInspection.Page;

namespace QualityInspection;

/// <summary>Draws parts, learns to inspect them, and shows how well.</summary>
internal static class InspectCommand
{
    private const double LearningRate = 2e-3;
    private const int LearntPerTested = 4;

    /// <summary>Does so.</summary>
    /// <param name="options">What was asked for.</param>
    public static void Run(InspectOptions options)
    {
        RequireFolderOf(options.Page);
        Parallelism.Threads = options.Threads;
        Parts training = Parts.Draw(options.Parts, options.Seed);
        Parts test = Parts.Draw(Math.Max(Parts.Names.Length, options.Parts / LearntPerTested), ~options.Seed);
        Console.WriteLine($"{training.Count} drawn parts to learn from, {test.Count} to be tested on.");

        SurfaceInspector model = new(seed: options.Seed);
        Stopwatch clock = Stopwatch.StartNew();
        Fit(model, training, test, options);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trained in {clock.Elapsed.TotalSeconds:F1} s."));
        Console.WriteLine();
        Console.WriteLine(model.Summary);

        Inspection inspection = Inspection.Of(model, test);
        Report.Print(inspection);
        File.WriteAllText(options.Page, InspectionPage.Write(inspection, SurfaceInspector.ParameterCount, training.Count));
        Console.WriteLine($"Page of examples: {options.Page}");
    }

    private static void Fit(SurfaceInspector model, Parts training, Parts test, InspectOptions options)
    {
        Dataset<float> data = training.ToDataset().Augment([new RandomHorizontalFlip(), new RandomCrop(4), new GaussianNoise(0.01)], options.Seed, ImageFill.Reflect);
        model.Fit(
            data,
            new AdamW(new CosineSchedule(LearningRate)),
            new TrainingOptions { Epochs = options.Epochs, BatchSize = options.Batch, Seed = options.Seed, Validation = test.ToDataset() },
            new EpochLines());
    }

    // Better to know before the training than after it.
    private static void RequireFolderOf(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: no such folder.");
        if (Directory.Exists(path))
            throw new IOException($"{path}: is a folder.");
    }

    private sealed class EpochLines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step == value.StepsPerEpoch)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"epoch {value.Epoch,2} of {value.Epochs}: loss {value.Loss:F4}, test accuracy {100 * value.ValidationAccuracy:F1} %, {value.ExamplesPerSecond:N0} parts/s"));
            }
        }
    }
}
