using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>Texts are continued as one would by predicting the whole text again for each id.</summary>
public sealed class Continuations
{
    private static readonly GenerationOptions greedy = new() { Temperature = 0, MaxTokens = 20 };

    public static TheoryData<string> Names => [.. Catalog.GeneratorNames, nameof(GptModel)];

    [Theory, MemberData(nameof(Names))]
    public void A_text_is_continued_as_by_predicting_it_anew_for_each_id(string name)
    {
        GenerationOptions[] ways =
        [
            greedy,
            new() { Seed = 4, MaxTokens = 20 },
            new() { Seed = 5, MaxTokens = 20, Temperature = 1.5, TopK = 3, RepetitionPenalty = 1.3 },
            new() { Seed = 6, MaxTokens = 20, Temperature = 0.7, TopP = 0.8 },
        ];
        Subject<double> subject = new(Catalog.Double(name, seed: 3));
        Subject<float> single = new(Catalog.Single(name, seed: 3));
        subject.Scatter(seed: 5);
        single.Scatter(seed: 5);
        foreach (GenerationOptions options in ways)
        {
            for (int length = 1; length <= subject.Model.InputLength; length++)
            {
                int[] prompt = Prompt(length);
                int[] expected = Recompute(subject.Model, prompt, options), actual = Continue(subject.Model, prompt, options);
                Assert.Equal(options.MaxTokens, actual.Length);
                Assert.Equal(expected, actual[..expected.Length]);
                Assert.Equal(Recompute(single.Model, prompt, options), Continue(single.Model, prompt, options)[..expected.Length]);
            }
        }
    }

    [Fact]
    public void A_text_depends_on_its_prompt_and_on_the_seed()
    {
        TiedGenerator model = Tied();
        int[][] texts = [.. Enumerable.Range(0, 20).Select(seed => model.Generate([1, 2], new() { Seed = seed, MaxTokens = 12 }))];
        Assert.Equal(20, texts.Select(text => string.Join(' ', text)).Distinct().Count());
        Assert.Equal(texts[7], model.Generate([1, 2], new() { Seed = 7, MaxTokens = 12 }));
        Assert.Contains(Enumerable.Range(0, 20), seed => !model.Generate([5, 3], new() { Seed = seed, MaxTokens = 12 }).SequenceEqual(texts[seed]));
    }

    [Fact]
    public void A_text_ends_before_the_first_id_that_stops_it_and_after_the_most_ids()
    {
        TiedGenerator model = Tied();
        int[] text = model.Generate([1, 2], new() { Seed = 3, MaxTokens = 40 });
        Assert.Equal(40, text.Length);
        Assert.Equal(text[..1], model.Generate([1, 2], new() { Seed = 3, MaxTokens = 1 }));
        Assert.Equal(text[..9], model.Generate([1, 2], new() { Seed = 3, MaxTokens = 9 }));
        foreach (int stop in text.Distinct())
        {
            Assert.Equal(text[..Array.IndexOf(text, stop)], model.Generate([1, 2], new() { Seed = 3, MaxTokens = 40, StopIds = [99, stop] }));
        }
    }

    [Fact]
    public void A_generator_says_that_the_text_has_ended_until_it_starts_anew()
    {
        TokenGenerator<float> generator = Tied().CreateGenerator(new() { MaxTokens = 2, Seed = 3 });
        Assert.False(generator.TryNext(out int none));
        Assert.Equal(-1, none);
        generator.Start([1, 2]);
        int[] text = new int[5];
        Assert.Equal(2, generator.Fill(text));
        Assert.False(generator.TryNext(out none));
        Assert.Equal(-1, none);
        generator.Start([9]);
        generator.Start([1, 2]);
        Assert.True(generator.TryNext(out int again));
        Assert.Equal(text[0], again);
    }

    [Fact]
    public async Task A_text_that_is_streamed_is_the_same()
    {
        TiedGenerator model = Tied();
        GenerationOptions options = new() { Seed = 8, MaxTokens = 30, StopIds = [0] };
        List<int> streamed = [];
        await foreach (int id in model.GenerateAsync([1, 2, 3], options))
        {
            streamed.Add(id);
        }

        Assert.Equal(model.Generate([1, 2, 3], options), streamed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_can_be_cancelled(bool inTheLoop)
    {
        using CancellationTokenSource source = new();
        IAsyncEnumerable<int> stream = Tied().GenerateAsync([1], new() { MaxTokens = 1000 }, inTheLoop ? default : source.Token);
        List<int> streamed = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int id in stream.WithCancellation(inTheLoop ? source.Token : default))
            {
                streamed.Add(id);
                if (streamed.Count == 3)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.Equal(Tied().Generate([1], new() { MaxTokens = 3 }), streamed);
    }

    [Theory]
    [InlineData(new int[0], "prompt holds no ids")]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, "prompt holds 9 ids, but TiedGenerator looks at 8")]
    [InlineData(new[] { 1, 2, 11 }, "the id at position 2 of example 0 is 11, but the vocabulary has the ids 0 to 10.")]
    [InlineData(new[] { -1 }, "the id at position 0 of example 0 is -1, but the vocabulary has the ids 0 to 10.")]
    public async Task A_prompt_that_cannot_be_continued_is_refused_by_name(int[] prompt, string message)
    {
        TiedGenerator model = Tied();
        Refused(() => model.Generate(prompt));
        TokenGenerator<float> generator = model.CreateGenerator();
        Refused(() => generator.Start(prompt));
        Assert.False(generator.TryNext(out _));
        ArgumentException streamed = await Assert.ThrowsAsync<ArgumentException>("prompt", async () => await model.GenerateAsync(prompt).GetAsyncEnumerator().MoveNextAsync());
        Assert.Contains(message, streamed.Message, StringComparison.Ordinal);

        void Refused(Action start) => Assert.Contains(message, Assert.Throws<ArgumentException>("prompt", start).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_prompt_ends_the_text_before_it()
    {
        TokenGenerator<float> generator = Tied().CreateGenerator();
        generator.Start([1]);
        Assert.Throws<ArgumentException>(() => generator.Start([1, 44]));
        Assert.False(generator.TryNext(out _));
    }

    [Fact]
    public void A_recurrent_model_reads_prompts_of_any_length()
    {
        Subject<double> model = new(new RecurrentGenerator64(seed: 1)), longer = new(new LongRecurrentGenerator64(seed: 1));
        model.Scatter(seed: 2);
        model.Parameters.CopyTo(longer.Parameters);
        int[] prompt = Prompt(14);
        GenerationOptions options = new() { MaxTokens = 10, Seed = 2 };
        Assert.Equal(Recompute(longer.Model, prompt, options), ((RecurrentGenerator64)model.Model).Generate(prompt, options));
        Assert.Equal(5000, ((RecurrentGenerator64)model.Model).Generate(prompt, new() { MaxTokens = 5000 }).Length);
    }

    private static TiedGenerator Tied()
    {
        TiedGenerator model = new(seed: 3);
        new Subject<float>(model).Scatter(seed: 5);
        return model;
    }

    private static int[] Prompt(int length) => [.. Enumerable.Range(0, length).Select(i => ((i * 3) + length) % 7)];

    private static int[] Continue<T>(Model<T> model, int[] prompt, GenerationOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TokenGenerator<T> generator = new(model, options);
        generator.Start(prompt);
        int[] text = new int[options.MaxTokens];
        return text[..generator.Fill(text)];
    }

    /// <summary>The whole text is predicted for each id, with anything behind it; of a model whose positions have no end, as far as its declared length reaches.</summary>
    private static int[] Recompute<T>(Model<T> model, int[] prompt, GenerationOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = model.Definition.OutputShape[^1], room = model.InputLength;
        TokenSampler<T> sampler = new(columns, options);
        Array.ForEach(prompt, sampler.Observe);
        List<int> window = [.. prompt], text = [];
        int most = model.Definition.IsBounded ? options.MaxTokens : Math.Min(options.MaxTokens, room + 1 - prompt.Length);
        while (text.Count < most)
        {
            T[] inputs = [.. window.Concat(Enumerable.Repeat(columns - 1, room - window.Count)).Select(T.CreateChecked)];
            int id = sampler.Next(model.Predict(inputs).AsSpan((window.Count - 1) * columns, columns));
            sampler.Observe(id);
            text.Add(id);

            // Once all positions are used up the last half of the text, the new id with it, stands on the first.
            window = [.. window, id];
            window = window.Count > room ? window[^Math.Max(1, room / 2)..] : window;
        }

        return [.. text];
    }
}
