using ModelDsl.Kernels;
using ModelDsl.Tests.Training;

namespace ModelDsl.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void Examples_are_gathered_by_index()
    {
        Dataset<float> data = Dataset.Create([0f, 1, 10, 11, 20, 21], [0, 1, 2], [0f, 0.5f, 1f]);
        float[] features = new float[4];
        int[] labels = new int[2];
        float[] weights = new float[2];
        data.Gather([2, 0], new Batch<float> { Features = features, Labels = labels, Weights = weights });

        Assert.Equal([20f, 21, 0, 1], features);
        Assert.Equal([2, 0], labels);
        Assert.Equal([1f, 0], weights);
        Assert.True(data is { Count: 3, FeatureSize: 2, TargetSize: 1, TargetKind: TargetKind.ClassIndex, HasWeights: true });
    }

    [Fact]
    public void Several_targets_belong_to_one_example()
    {
        Dataset<double> data = Dataset.Create([1.0, 2], [3.0, 4, 5, 6], examples: 2);
        double[] features = new double[1];
        double[] targets = new double[2];
        data.Gather([1], new Batch<double> { Features = features, Targets = targets });
        Assert.Equal([5.0, 6], targets);
        Assert.True(data is { TargetKind: TargetKind.Values, TargetSize: 2, HasWeights: false });
    }

    [Fact]
    public void Spans_are_copied()
    {
        float[] features = [1, 2];
        Dataset<float> data = Dataset.Create<float>(features.AsSpan(), stackalloc int[] { 0, 1 });
        features[0] = 42;
        Assert.Equal([1f], Features(data, 0));
    }

    [Fact]
    public void A_subset_of_a_subset_finds_its_examples()
    {
        int[] labels = [.. Enumerable.Range(0, 1000)];
        Dataset<float> data = Dataset.Create(labels.Select(label => (float)label).ToArray(), labels);
        Dataset<float> subset = data.Subset(100..).Subset([0, 899, 300]);
        Assert.Equal([100f, 999, 400], Features(subset, 0, 1, 2));
        Assert.Equal(600, Features(data.Subset(300..).Subset(100..), [.. Enumerable.Range(0, 600)]).Distinct().Count());
    }

    [Fact]
    public void A_split_deals_every_example_to_one_of_two_sets()
    {
        Dataset<float> data = Numbers.Line<float>(103, seed: 1);
        (Dataset<float> first, Dataset<float> second) = data.Split(0.8, seed: 4);
        float[] dealt = [.. All(first), .. All(second)];
        Assert.Equal(82, first.Count);
        Assert.Equal(All(data).Order(), dealt.Order());
        Assert.Equal(All(first), All(data.Split(0.8, seed: 4).First));
        Assert.NotEqual(All(first), All(data.Split(0.8, seed: 5).First));
    }

    [Fact]
    public void Sizes_that_do_not_divide_are_named()
    {
        Refused("features", () => Dataset.Create(new float[7], new int[2]), "features holds 7 values, which 2 examples cannot share equally.");
        Refused("targets", () => Dataset.Create(new float[6], new float[3], examples: 2), "targets holds 3 values, which 2 examples cannot share equally.");
        Refused("weights", () => Dataset.Create(new float[6], new int[2], new float[3]), "weights holds 3 weights, but 2 examples have 2.");
        Refused("weights", () => Dataset.Create(new float[2], new int[2], [1f, float.NaN]), "weights: the weight of example 1 is NaN;");
        Refused("labels", () => Dataset.Create(new float[2], new[] { 0, -1 }), "labels: the label of example 1 is -1, but class indices start at 0.");
        Refused("indices", () => Numbers.Line<float>(5, seed: 1).Subset([5]), "The index 5 lies outside the 5 examples of the data.");
        Refused("fraction", () => Numbers.Line<float>(5, seed: 1).Split(0.01), "A share of 0.01 of 5 examples leaves one of the two sets empty.");
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => Numbers.Line<float>(5, seed: 1).Split(1));
    }

    [Fact]
    public void Every_order_is_drawn_about_as_often()
    {
        int[] counts = new int[6];
        Span<int> order = stackalloc int[3];
        for (ulong i = 0; i < 6000; i++)
        {
            Shuffling.Count(order, 0);
            Shuffling.Shuffle(order, RandomKey.FromSeed(9).Derive(i));
            counts[(order[0] * 2) + (order[1] > order[2] ? 1 : 0)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 880, 1120));
    }

    private static float[] All(Dataset<float> data) => Features(data, [.. Enumerable.Range(0, data.Count)]);

    private static float[] Features(Dataset<float> data, params int[] indices)
    {
        float[] features = new float[indices.Length * data.FeatureSize];
        bool areLabels = data.TargetKind == TargetKind.ClassIndex;
        Batch<float> batch = new()
        {
            Features = features,
            Labels = areLabels ? new int[indices.Length * data.TargetSize] : default(Span<int>),
            Targets = areLabels ? default(Span<float>) : new float[indices.Length * data.TargetSize],
        };
        data.Gather(indices, batch);
        return features;
    }

    private static void Refused(string argument, Func<object> create, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, create).Message);
}
