using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Going through sequences step by step gives what looking at all of them does, and texts are continued as if each id were predicted from scratch.</summary>
[Collection(Alone.Name)]
public sealed class Generation
{
    private const int Vocabulary = 11;
    private const int Length = 8;

    private static readonly Dictionary<string, Func<Model<float>>> writers = new()
    {
        [nameof(TiedWriter)] = () => new TiedWriter(5),
        [nameof(RotaryWriter)] = () => new RotaryWriter(5),
        [nameof(BiasedWriter)] = () => new BiasedWriter(5),
        [nameof(RecurrentWriter)] = () => new RecurrentWriter(5),
    };

    public static TheoryData<string> Writers => [.. writers.Keys];

    [Theory, MemberData(nameof(Writers))]
    public void Steps_predict_what_the_whole_sequence_does(string name) => CompareSteps(Scattered(writers[name]()), 1e-5);

    [Fact]
    public void Steps_predict_what_the_whole_sequence_does_in_double_precision() => CompareSteps(Scattered<double>(new DoubleWriter(5)), 1e-12);

    [Fact]
    public void Steps_of_values_predict_what_the_whole_sequence_does()
    {
        StreamForecast model = new(3);
        float[] inputs = [.. Enumerable.Range(0, Length * 3).Select(i => MathF.Sin(i))], expected = model.Predict(inputs), output = new float[2];
        SequenceStepper<float> stepper = model.CreateStepper();
        for (int step = 0; step < Length; step++)
        {
            stepper.Step(inputs.AsSpan(step * 3, 3), output);
            Closeness.AssertClose<float, float>(expected.AsSpan(step * 2, 2), output, 1e-5, $"step {step}");
        }

        Assert.Null(stepper.Length);
        stepper.Step(inputs.AsSpan(0, 3), output);
        Assert.Equal(Length + 1, stepper.Position);
    }

    [Fact]
    public void Several_sequences_are_gone_through_together_as_each_alone()
    {
        TiedWriter model = new(5);
        SequenceStepper<float> both = model.CreateStepper(2), first = model.CreateStepper(), second = model.CreateStepper();
        float[] together = new float[2 * Vocabulary], alone = new float[Vocabulary];
        for (int step = 0; step < Length; step++)
        {
            both.Step([step, 10 - step], together);
            first.Step([step], alone);
            Closeness.AssertClose<float, float>(alone, together.AsSpan(0, Vocabulary), 1e-6, $"first, step {step}");
            second.Step([10 - step], alone);
            Closeness.AssertClose<float, float>(alone, together.AsSpan(Vocabulary), 1e-6, $"second, step {step}");
        }
    }

    [Theory, MemberData(nameof(Writers))]
    public void A_text_is_continued_as_if_each_id_were_predicted_from_scratch(string name)
    {
        Model<float> model = Scattered(writers[name]());
        foreach (GenerationOptions options in Ways())
        {
            for (int length = 1; length < Length; length++)
            {
                int[] prompt = [.. Enumerable.Range(0, length).Select(i => (3 * i) % Vocabulary)];
                Assert.Equal(FromScratch(model, prompt, options with { MaxTokens = Length - length }), Continue(model, prompt, options with { MaxTokens = Length - length }));
            }
        }
    }

    [Fact]
    public void Where_positions_are_used_up_the_last_half_of_them_goes_on()
    {
        Model<float> model = Scattered(new TiedWriter(5));
        GenerationOptions options = new() { MaxTokens = 20, Temperature = 0 };
        List<int> text = [1, 2, 3], context = [1, 2, 3];
        while (text.Count < 23)
        {
            if (context.Count > Length)
            {
                context = context[^(Length / 2)..];
            }

            int next = FromScratch(model, [.. context], options with { MaxTokens = 1 })[0];
            text.Add(next);
            context.Add(next);
        }

        Assert.Equal(text[3..], Continue(model, [1, 2, 3], options));
    }

    [Fact]
    public void A_text_ends_with_a_stop_id_and_after_the_most_ids()
    {
        TiedWriter model = new(5);
        int[] all = model.Generate([1, 2], new GenerationOptions { MaxTokens = 12, Seed = 3 });
        Assert.Equal(12, all.Length);
        int stop = all[4];
        Assert.Equal(all[..Array.IndexOf(all, stop)], model.Generate([1, 2], new GenerationOptions { MaxTokens = 12, Seed = 3, StopIds = [stop] }));
    }

    [Fact]
    public async Task A_stream_gives_the_same_ids_and_can_be_ended()
    {
        TiedWriter model = new(5);
        GenerationOptions options = new() { MaxTokens = 9, Seed = 4 };
        List<int> streamed = [];
        await foreach (int id in model.GenerateAsync([1], options))
        {
            streamed.Add(id);
        }

        Assert.Equal(model.Generate([1], options), streamed);
        using CancellationTokenSource source = new();
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (int id in model.GenerateAsync([1], options, source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    [Fact]
    public void A_beginning_that_cannot_be_continued_is_refused()
    {
        TiedWriter model = new(5);
        Assert.Contains("prompt holds no ids", Assert.Throws<ArgumentException>(() => model.Generate([])).Message);
        Assert.Contains("prompt holds 9 ids, but TiedWriter looks at 8", Assert.Throws<ArgumentException>(() => model.Generate(new int[9])).Message);
        Assert.Contains("position 1 of example 0 is 11, but the vocabulary has the ids 0 to 10", Assert.Throws<ArgumentException>(() => model.Generate([3, 11])).Message);
        SequenceStepper<float> stepper = model.CreateStepper();
        float[] output = new float[Vocabulary];
        Assert.Throws<ArgumentException>(() => stepper.Step([-1], output));
        Assert.Throws<ArgumentException>(() => stepper.Step([1], output.AsSpan(1)));
        for (int step = 0; step < Length; step++)
        {
            stepper.Step([step], output);
        }

        Assert.Contains("sequences of 8 steps", Assert.Throws<InvalidOperationException>(() => stepper.Step([1], output)).Message);
        stepper.Reset();
        stepper.Step([1], output);
    }

    [Theory, MemberData(nameof(Writers))]
    public void An_id_allocates_nothing(string name)
    {
        Model<float> model = writers[name]();
        TokenGenerator<float> generator = new(model, new GenerationOptions { MaxTokens = 1000, TopK = 5, TopP = 0.9, RepetitionPenalty = 1.1, StopIds = [99] });
        generator.Start([1, 2, 3]);
        Assert.Equal(0, Allocated.OnThisThread(40, () => generator.TryNext(out _)));
    }

    private static IEnumerable<GenerationOptions> Ways() =>
    [
        new() { Temperature = 0 },
        new() { Seed = 7 },
        new() { Seed = 8, Temperature = 1.4, TopK = 6, TopP = 0.9, RepetitionPenalty = 1.3 },
    ];

    /// <summary>A model whose predictions differ from place to place.</summary>
    private static Model<T> Scattered<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        new Subject<T>(model).Scatter(seed: 9);
        return model;
    }

    private static void CompareSteps<T>(Model<T> model, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] ids = [4, 4, 0, 10, 7, 1, 9, 2];
        T[] expected = model.Predict(Array.ConvertAll(ids, T.CreateChecked)), output = new T[Vocabulary];
        SequenceStepper<T> stepper = new(model, 1);
        for (int step = 0; step < Length; step++)
        {
            stepper.Step([ids[step]], output);
            Closeness.AssertClose<T, T>(expected.AsSpan(step * Vocabulary, Vocabulary), output, tolerance, $"step {step}");
        }
    }

    private static int[] Continue(Model<float> model, int[] prompt, GenerationOptions options)
    {
        TokenGenerator<float> generator = new(model, options);
        generator.Start(prompt);
        int[] tokens = new int[options.MaxTokens];
        return tokens[..generator.Fill(tokens)];
    }

    /// <summary>Each id from a prediction of the whole text, filled up behind its end, which no prediction before looks at.</summary>
    private static int[] FromScratch(Model<float> model, int[] prompt, GenerationOptions options)
    {
        List<int> text = [.. prompt];
        TokenSampler<float> sampler = new(Vocabulary, options);
        text.ForEach(sampler.Observe);
        for (int i = 0; i < options.MaxTokens; i++)
        {
            float[] inputs = [.. text.Select(id => (float)id), .. new float[Length - text.Count]];
            int id = sampler.Next(model.Predict(inputs).AsSpan((text.Count - 1) * Vocabulary, Vocabulary));
            sampler.Observe(id);
            text.Add(id);
        }

        return [.. text.Skip(prompt.Length)];
    }
}
