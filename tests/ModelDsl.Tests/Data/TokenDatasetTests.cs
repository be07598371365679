namespace ModelDsl.Tests.Data;

public class TokenDatasetTests
{
    [Fact]
    public void Examples_of_ids_are_gathered_by_index_with_what_is_known_of_them()
    {
        Dataset<float> labelled = Dataset.CreateTokens([1, 2, 3, 4, 5, 6], [0, 1, 2], 3, [1f, 0.5f, 0.25f]);
        Assert.True(labelled is { Count: 3, FeatureSize: 2, TargetSize: 1, TargetKind: TargetKind.ClassIndex, HasWeights: true });
        (float[] features, int[] labels, _, float[] weights) = Gather(labelled, 2, 0);
        Assert.Equal([5f, 6, 1, 2], features);
        Assert.Equal([2, 0], labels);
        Assert.Equal([0.25f, 1], weights);

        Dataset<double> valued = Dataset.CreateTokens([1, 2, 3, 4], [1.0, 2, 3, 4, 5, 6], 2);
        Assert.True(valued is { Count: 2, FeatureSize: 2, TargetSize: 3, TargetKind: TargetKind.Values, HasWeights: false });
        (double[] ids, _, double[] targets, _) = Gather(valued, 1);
        Assert.Equal([3.0, 4], ids);
        Assert.Equal([4.0, 5, 6], targets);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(7, 1)]
    [InlineData(100, 1)]
    public void Windows_start_a_stride_apart_and_each_id_has_the_next_as_its_label(int stride, int count)
    {
        int[] text = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
        Dataset<float> windows = Dataset.CreateWindows<float>(text, length: 3, stride);
        Assert.True(windows is { FeatureSize: 3, TargetSize: 3, TargetKind: TargetKind.ClassIndex, HasWeights: false });
        Assert.Equal(count, windows.Count);
        for (int i = 0; i < count; i++)
        {
            (float[] features, int[] labels, _, _) = Gather(windows, i);
            Assert.Equal(text.AsSpan(i * stride, 3).ToArray().Select(id => (float)id), features);
            Assert.Equal(text[((i * stride) + 1)..((i * stride) + 4)], labels);
        }

        Assert.Equal(windows.Count, Dataset.CreateWindows<float>(text, 3, stride).Subset(..).Count);
    }

    [Fact]
    public void Windows_of_any_order_are_gathered_together()
    {
        (double[] features, int[] labels, _, _) = Gather(Dataset.CreateWindows<double>([5, 6, 7, 8], 2), 1, 0, 1);
        Assert.Equal([6.0, 7, 5, 6, 6, 7], features);
        Assert.Equal([7, 8, 6, 7, 7, 8], labels);
    }

    [Fact]
    public void A_text_that_is_just_long_enough_has_one_window()
    {
        Assert.Equal(1, Dataset.CreateWindows<float>([1, 2, 3], 2).Count);
        Refused("tokens", () => Dataset.CreateWindows<float>([1, 2, 3], 3), "tokens holds 3 ids, but one example and the id that follows it take 4.");
        Refused("tokens", () => Dataset.CreateWindows<float>([], int.MaxValue), "tokens holds 0 ids, but one example and the id that follows it take 2147483648.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_window_and_a_stride_are_positive(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>("length", () => Dataset.CreateWindows<float>([1, 2, 3], value));
        Assert.Throws<ArgumentOutOfRangeException>("stride", () => Dataset.CreateWindows<float>([1, 2, 3], 1, value));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Refused("tokens", () => Dataset.CreateTokens<float>([1, 2, 3], [0, 1], 2), "tokens holds 3 values, which 2 examples cannot share equally.");
        Refused("labels", () => Dataset.CreateTokens<float>([1, 2], [0, 1, 2], 2), "labels holds 3 values, which 2 examples cannot share equally.");
        Refused("targets", () => Dataset.CreateTokens([1, 2], [0f, 1, 2], 2), "targets holds 3 values, which 2 examples cannot share equally.");
        Refused("weights", () => Dataset.CreateTokens([1, 2], [0, 1], 2, [1f]), "weights holds 1 weights, but 2 examples have 2.");
        Refused("weights", () => Dataset.CreateTokens([1, 2], [0, 1], 2, [1f, -1]), "weights: the weight of example 1 is -1;");
        Refused("labels", () => Dataset.CreateTokens<float>([1, 2], [0, -1], 2), "labels: the label of example 1 is -1, but class indices start at 0.");
        Assert.Throws<ArgumentOutOfRangeException>("examples", () => Dataset.CreateTokens<float>([1, 2], [0, 1], -1));
        Assert.Throws<ArgumentNullException>("tokens", () => Dataset.CreateTokens<float>(null!, new int[1], 1));
        Assert.Throws<ArgumentNullException>("tokens", () => Dataset.CreateWindows<float>(null!, 1));
    }

    [Fact]
    public void A_label_that_says_ignored_is_one() =>
        Assert.Equal([Dataset.Ignored, 1], Gather(Dataset.CreateTokens<float>([1, 2], [Dataset.Ignored, 1], 2), 0, 1).Labels);

    private static (T[] Features, int[] Labels, T[] Targets, T[] Weights) Gather<T>(Dataset<T> data, params int[] indices)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        bool areLabels = data.TargetKind == TargetKind.ClassIndex;
        T[] features = new T[indices.Length * data.FeatureSize], targets = new T[areLabels ? 0 : indices.Length * data.TargetSize], weights = new T[data.HasWeights ? indices.Length : 0];
        int[] labels = new int[areLabels ? indices.Length * data.TargetSize : 0];
        data.Gather(indices, new Batch<T> { Features = features, Labels = labels, Targets = targets, Weights = weights });
        return (features, labels, targets, weights);
    }

    private static void Refused(string argument, Func<object> create, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, create).Message);
}
