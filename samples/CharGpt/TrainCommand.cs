using System.Diagnostics;
using System.Globalization;
using ModelDsl;

namespace CharGpts;

/// <summary>Trains the model and lets it write. The recipe is nanoGPT's for a computer without graphics card, but for how the weights start.</summary>
internal static class TrainCommand
{
    private const int Batch = 12;
    private const double LearningRate = 1e-3;
    private const int LinesEvery = 100;

    /// <summary>Does so.</summary>
    public static void Run(Options options)
    {
        Corpus corpus = Corpus.Read(options.Data);
        Console.WriteLine($"{corpus.Training.Length:N0} characters of {corpus.Name} to learn from, {corpus.Validation.Length:N0} to be tested on.");
        Parallelism.Threads = options.Threads;
        CharGpt model = new(options.Seed);
        if (options.Resume)
        {
            model.Load(options.Save);
        }

        Console.WriteLine($"{CharGpt.ParameterCount:N0} parameters, {options.Threads} threads.");
        TimeSpan spent = Train(model, corpus, options);
        model.Save(options.Save);
        Evaluation evaluation = model.Evaluate(Dataset.CreateWindows<float>(corpus.Validation, Alphabet.Context, Alphabet.Context));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trained in {spent.TotalSeconds:F1} s. Validation loss {evaluation.Loss:F4}, perplexity {evaluation.Perplexity:F2}. Weights saved as {options.Save}."));
    }

    /// <summary>All steps, and samples in between.</summary>
    /// <returns>The time of the steps alone.</returns>
    private static TimeSpan Train(CharGpt model, Corpus corpus, Options options)
    {
        AdamW optimizer = new(new CosineSchedule(LearningRate, LearningRate / 10) { WarmupSteps = Math.Min(100, options.Steps) }, beta1: 0.9, beta2: 0.99, weightDecay: 0.1);
        Trainer<float> trainer = new(model, optimizer, new TrainerOptions { ClipNorm = 1, TotalSteps = options.Steps });
        Random random = new((int)options.Seed);
        int[] tokens = new int[Batch * Alphabet.Context], labels = new int[tokens.Length];
        Stopwatch clock = new();
        double loss = 0;
        for (int step = 1; step <= options.Steps; step++)
        {
            clock.Start();
            Draw(random, corpus.Training, tokens, labels);
            loss += trainer.Step(tokens, labels);
            clock.Stop();
            if (step % LinesEvery == 0)
            {
                double speed = (double)step * tokens.Length / clock.Elapsed.TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {step} of {options.Steps}: loss {loss / LinesEvery:F4}, {speed:N0} characters/s"));
                loss = 0;
            }

            if (step % options.Every == 0 || step == options.Steps)
            {
                Write(model, options);
            }
        }

        return clock.Elapsed;
    }

    /// <summary>Stretches of the text from anywhere, and what follows each of their characters.</summary>
    private static void Draw(Random random, int[] text, int[] tokens, int[] labels)
    {
        for (int start = 0; start < tokens.Length; start += Alphabet.Context)
        {
            int place = random.Next(text.Length - Alphabet.Context);
            text.AsSpan(place, Alphabet.Context).CopyTo(tokens.AsSpan(start));
            text.AsSpan(place + 1, Alphabet.Context).CopyTo(labels.AsSpan(start));
        }
    }

    private static void Write(CharGpt model, Options options)
    {
        int[] prompt = Alphabet.Encode(options.Prompt);
        prompt = prompt.Length == 0 ? Alphabet.Encode("\n") : prompt[Math.Max(0, prompt.Length - Alphabet.Context)..];
        TokenGenerator<float> generator = model.CreateGenerator(new GenerationOptions { MaxTokens = options.Length, Temperature = 0.8, Seed = options.Seed });
        generator.Start(prompt);
        Console.WriteLine("── sample ──");
        Console.Write(Alphabet.Decode(prompt).TrimStart('\n'));
        Stopwatch clock = Stopwatch.StartNew();
        int count = 0;
        for (; generator.TryNext(out int id); count++)
        {
            Console.Write(Alphabet.Decode(id));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n── {count / clock.Elapsed.TotalSeconds:N0} characters/s ──"));
    }
}
