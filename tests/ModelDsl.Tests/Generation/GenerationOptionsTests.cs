namespace ModelDsl.Tests.Generation;

public class GenerationOptionsTests
{
    [Fact]
    public void Without_options_ids_are_drawn_as_the_model_predicts_them()
    {
        GenerationOptions options = new();
        Assert.True(options is { MaxTokens: 256, Temperature: 1, TopK: null, TopP: null, RepetitionPenalty: 1, Seed: 0 });
        Assert.Empty(options.StopIds);
    }

    [Fact]
    public void The_ends_of_the_ranges_are_allowed()
    {
        GenerationOptions options = new() { MaxTokens = 1, Temperature = 0, TopK = 1, TopP = 1, RepetitionPenalty = double.Epsilon };
        Assert.True(options is { MaxTokens: 1, Temperature: 0, TopK: 1, TopP: 1 });
        Assert.Null((options with { TopK = null, TopP = null }).TopK);
        Assert.Equal(double.Epsilon, new GenerationOptions { TopP = double.Epsilon }.TopP);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_text_and_a_choice_have_at_least_one_id(int count)
    {
        Refused("MaxTokens", count, () => new GenerationOptions { MaxTokens = count });
        Refused("TopK", count, () => new GenerationOptions { TopK = count });
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_temperature_is_a_finite_number_of_at_least_0(double value, string text) =>
        Refused("Temperature", value, () => new GenerationOptions { Temperature = value }, $"Temperature is {text}, but it has to be a finite number of at least 0.");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.01, "1.01")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    public void A_share_lies_above_0_and_up_to_1(double value, string text) =>
        Refused("TopP", value, () => new GenerationOptions { TopP = value }, $"TopP is {text}, but it has to be a share in (0, 1].");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-2, "-2")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void A_penalty_is_a_finite_number_above_0(double value, string text) =>
        Refused("RepetitionPenalty", value, () => new GenerationOptions { RepetitionPenalty = value }, $"RepetitionPenalty is {text}, but it has to be a finite number above 0.");

    private static void Refused(string name, object value, Func<object> create, string? message = null)
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(name, create);
        Assert.Equal(value, refused.ActualValue);
        Assert.StartsWith(message ?? name, refused.Message, StringComparison.Ordinal);
    }
}
