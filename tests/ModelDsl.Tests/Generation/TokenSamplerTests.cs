namespace ModelDsl.Tests.Generation;

[Collection(Alone.Name)]
public class TokenSamplerTests
{
    private const int Draws = 40_000;

    [Fact]
    public void At_a_temperature_of_0_the_likeliest_id_is_taken_and_of_equals_the_lowest()
    {
        TokenSampler<float> sampler = new(5, new() { Temperature = 0, TopK = 2, TopP = 0.1 });
        Assert.Equal(3, sampler.Next([0.1f, 0.2f, 0.1f, 0.5f, 0.1f]));
        Assert.Equal(1, sampler.Next([0.1f, 0.3f, 0.2f, 0.3f, 0.1f]));
        Assert.Equal(0, sampler.Next([0.2f, 0.2f, 0.2f, 0.2f, 0.2f]));
        Assert.Equal(4, sampler.Next([0, 0, 0, 0, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Ids_are_drawn_as_often_as_their_probability_to_the_power_of_the_inverse_temperature(double temperature)
    {
        double[] probabilities = [0.4, 0.05, 0.25, 0, 0.2, 0.1];
        double[] powers = [.. probabilities.Select(value => value == 0 ? 0 : Math.Pow(value, 1 / temperature))];
        AssertDrawn([.. powers.Select(power => power / powers.Sum())], probabilities, new() { Temperature = temperature, Seed = 12 });
    }

    [Theory]
    [InlineData(1, new[] { 2 })]
    [InlineData(2, new[] { 2, 4 })]
    [InlineData(4, new[] { 0, 1, 2, 4 })]
    [InlineData(5, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(50, new[] { 0, 1, 2, 3, 4 })]
    public void One_of_the_k_likeliest_is_drawn(int k, int[] ids)
    {
        double[] probabilities = [0.15, 0.1, 0.4, 0.05, 0.3];
        AssertDrawn(Kept(probabilities, ids), probabilities, new() { TopK = k, Seed = 5 });
    }

    [Theory]
    [InlineData(0.01, new[] { 2 })]
    [InlineData(0.49, new[] { 2 })]
    [InlineData(0.51, new[] { 2, 4 })]
    [InlineData(0.74, new[] { 2, 4 })]
    [InlineData(0.8, new[] { 0, 2, 4 })]
    [InlineData(0.99, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(1, new[] { 0, 1, 2, 3, 4 })]
    public void No_more_of_the_likeliest_are_drawn_from_than_make_up_the_share(double share, int[] ids)
    {
        // From the likeliest on they make up 1/2, 3/4, 7/8, 15/16 and 1.
        double[] probabilities = [0.125, 0.0625, 0.5, 0.0625, 0.25];
        AssertDrawn(Kept(probabilities, ids), probabilities, new() { TopP = share, Seed = 6 });
    }

    [Fact]
    public void A_share_is_one_of_the_k_likeliest_and_at_the_temperature()
    {
        double[] probabilities = [0.125, 0.0625, 0.5, 0.0625, 0.25];
        AssertDrawn(Kept(probabilities, [2]), probabilities, new() { TopK = 2, TopP = 0.66, Seed = 7 });
        AssertDrawn(Kept(probabilities, [2, 4]), probabilities, new() { TopK = 2, TopP = 0.67, Seed = 7 });

        // Squared, the largest of 64 + 16 + 4 + 1 + 1 in 86 is a share of 0.744.
        AssertDrawn([0, 0, 1, 0, 0], probabilities, new() { Temperature = 0.5, TopP = 0.74, Seed = 7 });
        AssertDrawn([0, 0, 0.8, 0, 0.2], probabilities, new() { Temperature = 0.5, TopP = 0.75, Seed = 7 });
    }

    [Fact]
    public void Ids_that_the_text_has_are_drawn_with_their_probability_to_the_power_of_the_penalty()
    {
        double[] probabilities = [0.4, 0.3, 0.2, 0.1];
        double[] powers = [Math.Pow(0.4, 1.5), 0.3, 0.2, Math.Pow(0.1, 1.5)];
        AssertDrawn([.. powers.Select(power => power / powers.Sum())], probabilities, new() { RepetitionPenalty = 1.5, Seed = 8 }, known: [0, 3, 3]);

        TokenSampler<double> greedy = new(4, new() { Temperature = 0, RepetitionPenalty = 2 });
        Assert.Equal(0, greedy.Next(probabilities));
        greedy.Observe(0);
        Assert.Equal(1, greedy.Next(probabilities));
        TokenSampler<double> fond = new(4, new() { Temperature = 0, RepetitionPenalty = 0.5 });
        fond.Observe(2);
        Assert.Equal(2, fond.Next(probabilities));
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_another_does_not()
    {
        double[] probabilities = [.. Enumerable.Repeat(0.01, 100)];
        int[] Drawn(long seed) => Draw(new TokenSampler<double>(100, new() { Seed = seed }), probabilities, 50);
        Assert.Equal(Drawn(3), Drawn(3));
        Assert.Equal(Drawn(long.MinValue), Drawn(long.MinValue));
        Assert.NotEqual(Drawn(3), Drawn(4));
        Assert.NotEqual(Drawn(3), Drawn(3 + (1L << 32)));
        Assert.True(Drawn(3).Distinct().Count() > 25);
    }

    [Fact]
    public void Draws_in_a_row_do_not_depend_on_each_other()
    {
        int[] drawn = Draw(new TokenSampler<double>(2, new() { Seed = 9 }), [0.5, 0.5], Draws);
        int[] pairs = new int[4];
        for (int i = 1; i < drawn.Length; i++)
        {
            pairs[(2 * drawn[i - 1]) + drawn[i]]++;
        }

        Assert.All(pairs, count => Assert.InRange(count, (Draws / 4) - 400, (Draws / 4) + 400));
    }

    [Fact]
    public void Probabilities_that_underflow_leave_the_others()
    {
        TokenSampler<float> sampler = new(4, new() { Temperature = 0.01, TopP = 0.9, Seed = 1 });
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(2, sampler.Next([0, float.Epsilon, 0.9f, 1e-30f]));
        }
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(1, null, null)]
    [InlineData(0.8, 5, 0.9)]
    public void A_draw_allocates_nothing(double temperature, int? k, double? share)
    {
        TokenSampler<float> sampler = new(300, new() { Temperature = temperature, TopK = k, TopP = share, RepetitionPenalty = 1.1 });
        float[] probabilities = [.. Enumerable.Range(0, 300).Select(i => (1 + (i * 37 % 300)) / 45150f)];
        long taken = 0;
        Assert.True(GC.TryStartNoGCRegion(1 << 23));
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            sampler.Observe(sampler.Next(probabilities));
            taken += i < 2 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
        }

        GC.EndNoGCRegion();
        Assert.Equal(0, taken);
    }

    /// <summary>The probabilities of these ids, adding up to 1, and 0 for the others.</summary>
    private static double[] Kept(double[] probabilities, int[] ids) => [.. probabilities.Select((value, id) => ids.Contains(id) ? value / ids.Sum(kept => probabilities[kept]) : 0)];

    private static int[] Draw(TokenSampler<double> sampler, double[] probabilities, int count) => [.. Enumerable.Range(0, count).Select(_ => sampler.Next(probabilities))];

    /// <summary>Draws many ids and compares their numbers with those that are expected by Pearson's χ², whose 99.99 % bound for five degrees of freedom is 25.7.</summary>
    private static void AssertDrawn(double[] expected, double[] probabilities, GenerationOptions options, int[]? known = null)
    {
        TokenSampler<double> sampler = new(probabilities.Length, options);
        Array.ForEach(known ?? [], sampler.Observe);
        int[] counts = new int[probabilities.Length];
        Array.ForEach(Draw(sampler, probabilities, Draws), id => counts[id]++);
        double square = 0;
        for (int id = 0; id < counts.Length; id++)
        {
            double mean = expected[id] * Draws;
            Assert.Equal(mean > 0, counts[id] > 0);
            square += mean > 0 ? (counts[id] - mean) * (counts[id] - mean) / mean : 0;
        }

        Assert.InRange(square, 0, 25.7);
    }
}
