using System.Diagnostics;
using ModelDsl;

namespace Digits;

/// <summary>Trains the network, shows what it learnt and keeps the weights.</summary>
internal static class TrainCommand
{
    private const double LearningRate = 2e-3;

    // How far a picture is moved and turned before each look at it, so that the network learns digits, not places.
    private const double MostPixels = 1.5;
    private const double MostDegrees = 8;

    /// <summary>Does so.</summary>
    /// <param name="options">What was asked for.</param>
    public static void Run(TrainOptions options)
    {
        RequireFolderOf(options.Save);
        (DigitImages training, DigitImages test) = options.Data is null ? DigitData.Draw(options.Seed) : DigitData.FromFolder(options.Data);
        Console.WriteLine($"{training.Count} pictures to learn from, {test.Count} to be tested on, {options.Data ?? "drawn here"}.");
        Model<float> model = Networks.Create(options.Network, options.Seed);
        Stopwatch clock = Stopwatch.StartNew();
        TrainingProgressView.Show(options.Epochs, progress => Fit(model, training, test, options, progress));
        Console.WriteLine($"Trained in {clock.Elapsed.TotalSeconds:F1} s.");
        Report.Print(model, test);
        model.Save(options.Save);
        Console.WriteLine($"Weights saved as {options.Save}.");
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

    private static void Fit(Model<float> model, DigitImages training, DigitImages test, TrainOptions options, IProgress<TrainingProgress> progress)
    {
        Parallelism.Threads = options.Threads;
        model.Fit(
            training.ToDataset().Augment([new RandomShift(MostPixels), new RandomRotation(MostDegrees)], options.Seed),
            new AdamW(new CosineSchedule(LearningRate)),
            new TrainingOptions
            {
                Epochs = options.Epochs,
                BatchSize = options.Batch,
                Seed = options.Seed,
                Validation = test.ToDataset(),
            },
            progress);
    }
}
