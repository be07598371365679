namespace ModelDsl.Tests.Optimizers;

public sealed class OptimizerOptionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_is_finite_and_positive(double rate)
    {
        Refuses("learningRate", () => new SGD(rate));
        Refuses("learningRate", () => new Adam(rate));
        Refuses("learningRate", () => new AdamW(rate));
        Refuses("learningRate", () => new RMSProp(rate));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Shares_are_at_least_zero_and_below_one(double share)
    {
        Refuses("momentum", () => new SGD(0.1, momentum: share));
        Refuses("beta1", () => new Adam(beta1: share));
        Refuses("beta2", () => new AdamW(beta2: share));
        Refuses("alpha", () => new RMSProp(alpha: share));
        Refuses("momentum", () => new RMSProp(momentum: share));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weight_decay_is_finite_and_not_negative(double decay)
    {
        Refuses("weightDecay", () => new SGD(0.1, weightDecay: decay));
        Refuses("weightDecay", () => new AdamW(weightDecay: decay));
    }

    [Fact]
    public void Epsilon_is_positive()
    {
        Refuses("epsilon", () => new Adam(epsilon: 0));
        Refuses("epsilon", () => new RMSProp(epsilon: -1e-8));
    }

    [Fact]
    public void Nesterov_needs_momentum() => Assert.Throws<ArgumentException>("nesterov", () => new SGD(0.1, nesterov: true));

    [Fact]
    public void A_schedule_takes_the_place_of_a_rate()
    {
        AdamW optimizer = new(new StepSchedule(1, every: 2, factor: 0.5));
        Assert.Equal([1, 1, 0.5, 0.5, 0.25], Enumerable.Range(1, 5).Select(step => optimizer.LearningRateAt(step, 5)));
    }

    [Fact]
    public void Defaults_are_those_of_PyTorch()
    {
        AdamW adamW = new();
        Assert.Equal((1e-3, 0.9, 0.999, 1e-8, 0.01), (adamW.LearningRate.Rate, adamW.Beta1, adamW.Beta2, adamW.Epsilon, adamW.WeightDecay));
        RMSProp prop = new();
        Assert.Equal((1e-2, 0.99, 1e-8, 0, false, 0), (prop.LearningRate.Rate, prop.Alpha, prop.Epsilon, prop.Momentum, prop.Centered, prop.WeightDecay));
        Assert.Equal(0, new Adam().WeightDecay);
    }

    private static void Refuses(string argument, Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(argument, create);
}
