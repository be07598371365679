namespace ModelDsl.Tests.Schedules;

public sealed class ScheduleTests
{
    [Fact]
    public void A_number_is_a_constant_schedule()
    {
        Schedule schedule = 0.25;
        Assert.IsType<ConstantSchedule>(schedule);
        Assert.Equal([0.25, 0.25, 0.25], Rates(schedule, 3));
    }

    [Fact]
    public void Steps_multiply_the_rate_every_so_many_steps() =>
        Assert.Equal([8, 8, 8, 4, 4, 4, 2], Rates(new StepSchedule(8, every: 3, factor: 0.5), 7));

    [Fact]
    public void Exponential_decay_reaches_the_factor_after_its_period()
    {
        double[] rates = Rates(new ExponentialSchedule(1, factor: 0.25, every: 2), 5);
        Assert.Equal([1, 0.5, 0.25, 0.125, 0.0625], rates);
    }

    [Fact]
    public void A_cosine_falls_from_the_rate_through_the_middle_to_the_final_rate()
    {
        CosineSchedule schedule = new(1, finalRate: 0.2);
        Assert.Equal(1, schedule.RateAt(1, 10), 1e-15);
        Assert.Equal(0.6, schedule.RateAt(6, 10), 1e-15);
        Assert.Equal(0.2, schedule.RateAt(11, 10), 1e-15);
        Assert.Equal(0.2, schedule.RateAt(50, 10), 1e-15);
    }

    [Fact]
    public void Every_schedule_warms_up_linearly_and_begins_after_that()
    {
        Schedule[] schedules =
        [
            new ConstantSchedule(1) { WarmupSteps = 4 },
            new StepSchedule(1, 1, 0.5) { WarmupSteps = 4 },
            new ExponentialSchedule(1, 0.5) { WarmupSteps = 4 },
            new CosineSchedule(1) { WarmupSteps = 4 },
        ];
        double[] third = [1, 0.25, 0.25, 0.5];
        for (int i = 0; i < schedules.Length; i++)
        {
            Assert.Equal([0.25, 0.5, 0.75, 1, 1], Rates(schedules[i], 5, total: 8));
            Assert.Equal(third[i], schedules[i].RateAt(7, 8), 1e-15);
        }
    }

    [Fact]
    public void A_training_shorter_than_its_warm_up_is_all_warm_up() =>
        Assert.Equal([0.1, 0.2, 0.3], Rates(new CosineSchedule(1) { WarmupSteps = 10 }, 3).Select(rate => Math.Round(rate, 12)));

    [Fact]
    public void Options_outside_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => new ConstantSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => (Schedule)double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>("every", () => new StepSchedule(1, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new StepSchedule(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new ExponentialSchedule(1, -0.5));
        Assert.Throws<ArgumentOutOfRangeException>("finalRate", () => new CosineSchedule(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("WarmupSteps", () => new ConstantSchedule(1) { WarmupSteps = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new ConstantSchedule(1).RateAt(0, 1));
    }

    private static double[] Rates(Schedule schedule, int count, int? total = null) =>
        [.. Enumerable.Range(1, count).Select(step => schedule.RateAt(step, total ?? count))];
}
