namespace ModelDsl.Tests.Training;

public class ModelTests
{
    [Fact]
    public void The_seed_decides_the_weights()
    {
        float[] weights = new LinearModel<float>(3, 2, TargetKind.Values, seed: 7).Snapshot();
        Assert.Equal(weights, new LinearModel<float>(3, 2, TargetKind.Values, seed: 7).Snapshot());
        Assert.NotEqual(weights, new LinearModel<float>(3, 2, TargetKind.Values, seed: 8).Snapshot());
    }

    [Fact]
    public void A_parameter_is_seen_in_the_interchange_layout_and_written_in_the_kernels()
    {
        LinearModel<float> model = new(3, 2, TargetKind.Values);
        Assert.Equal([2, 3], model.Weight.Lengths.ToArray());
        model.Weight[1, 2] = 42;
        Assert.Equal(42, model.Snapshot()[(2 * 2) + 1]);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    [InlineData(1, 1)]
    public void An_axis_of_length_1_does_not_hinder_the_view(int features, int outputs)
    {
        LinearModel<float> model = new(features, outputs, TargetKind.Values);
        model.Weight[outputs - 1, features - 1] = 42;
        Assert.Equal(42, model.Snapshot()[((features - 1) * outputs) + outputs - 1]);
    }

    [Fact]
    public void The_gradient_of_the_last_step_can_be_read()
    {
        LinearModel<float> model = new(2, 1, TargetKind.Values);
        model.Weight[0, 0] = 1;
        model.Weight[0, 1] = 1;
        new Trainer<float>(model, new SGD(0.1)).ComputeGradients([2f, 3f], [4f]);
        Assert.Equal(2f, model.WeightGradient[0, 0]);
        Assert.Equal(3f, model.WeightGradient[0, 1]);
    }

    [Fact]
    public unsafe void Memory_starts_at_a_multiple_of_64_bytes()
    {
        for (int length = 0; length < 40; length++)
        {
            AlignedMemory<double> memory = new(length);
            Assert.Equal(0u, (nuint)memory.Address.Pointer % 64);
            Assert.Equal(length, memory.Span.Length);
        }
    }

    [Fact]
    public void More_memory_than_an_array_holds_is_refused_in_words() =>
        Assert.Contains("3000000000 numbers", Assert.Throws<InvalidOperationException>(() => new AlignedMemory<float>(3_000_000_000)).Message);

    [Fact]
    public void The_summary_lists_layers_totals_and_memory()
    {
        string expected = string.Join('\n',
            "Linear",
            "Layer   Attribute    Output  Parameters   FLOPs  Kept",
            "─────────────────────────────────────────────────────",
            "input   Input(2000)  (2000)           0       0   0 B",
            "dense1  Dense(10)    (10)        20,010  40,000  40 B",
            "─────────────────────────────────────────────────────",
            "total                            20,010  40,000  40 B",
            "Weights: 78.2 KiB",
            "Training: 40 B for each example of a batch (no plan needs less than 40 B) and 8 B for any batch",
            "Inference: 0 B for each example of a batch (no plan needs less than 0 B) and 8 B for any batch",
            string.Empty);
        Assert.Equal(expected, new LinearModel<float>(2000, 10, TargetKind.Values).Summary);
    }

    [Fact]
    public void The_norm_of_a_gradient_survives_squares_that_overflow()
    {
        Assert.Equal(5e30, GradientMath.Norm<float>([3e30f, 4e30f]), 1e25);
        Assert.Equal(Math.Sqrt(5000), GradientMath.Norm<float>(Enumerable.Repeat(1f, 5000).ToArray()), 1e-12);
        Assert.Equal(double.NaN, GradientMath.Norm<float>([1, float.PositiveInfinity]));
    }
}
