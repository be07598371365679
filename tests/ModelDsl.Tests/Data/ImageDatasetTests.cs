namespace ModelDsl.Tests.Data;

public class ImageDatasetTests
{
    [Fact]
    public void Bytes_become_numbers_from_0_to_1()
    {
        ImageDataset<double> data = Dataset.CreateImages<double>([0, 51, 255, 102], new ImageShape(1, 2, 1), [3, 4]);
        int[] labels = new int[2];
        double[] features = new double[4];
        data.Gather([1, 0], new Batch<double> { Features = features, Labels = labels });

        Assert.Equal([1.0, 0.4, 0, 0.2], features);
        Assert.Equal([4, 3], labels);
        Assert.True(data is { Count: 2, FeatureSize: 2, TargetKind: TargetKind.ClassIndex, TargetSize: 1, HasWeights: false });
    }

    [Fact]
    public void Images_may_have_values_or_nothing_as_targets()
    {
        ImageDataset<float> values = Dataset.CreateImages(new byte[8], new ImageShape(2, 1, 2), [1f, 2, 3, 4], [0.5f, 2]);
        float[] targets = new float[2], weights = new float[1];
        values.Gather([1], new Batch<float> { Features = new float[4], Targets = targets, Weights = weights });
        Assert.Equal([3f, 4], targets);
        Assert.Equal([2f], weights);

        ImageDataset<float> alone = Dataset.CreateImages<float>([255], new ImageShape(1, 1, 1));
        Assert.True(alone is { Count: 1, TargetKind: TargetKind.None, TargetSize: 0 });
        Assert.Equal([1f], Images.Features(alone, epoch: 0));
    }

    [Fact]
    public void Each_channel_is_normalised_by_its_own_mean_and_deviation()
    {
        ImageDataset<double> data = Dataset.CreateImages<double>(Images.Bytes(3 * 4 * 5 * 3, seed: 1), new ImageShape(4, 5, 3), [0, 1, 2]).Normalize();
        double[] features = Images.Features(data, epoch: 0);
        for (int channel = 0; channel < 3; channel++)
        {
            double[] values = [.. features.Where((_, i) => i % 3 == channel)];
            Assert.Equal(0, values.Average(), 1e-12);
            Assert.Equal(1, values.Average(value => value * value), 1e-12);
        }
    }

    [Fact]
    public void The_figures_of_the_training_images_normalise_others()
    {
        ChannelNormalization normalization = Dataset.CreateImages<double>([0, 102, 204], new ImageShape(1, 1, 1), [0, 1, 2]).Normalize().Normalization!;
        Assert.Equal(0.4, normalization.Means[0], 1e-15);
        Assert.Equal(Math.Sqrt(0.32 / 3), normalization.StandardDeviations[0], 1e-15);
        ImageDataset<double> other = Dataset.CreateImages<double>([255], new ImageShape(1, 1, 1), [0]).Normalize(normalization);
        Assert.Equal(0.6 / Math.Sqrt(0.32 / 3), Images.Features(other, epoch: 0)[0], 1e-14);
    }

    [Fact]
    public void A_channel_of_one_value_becomes_0()
    {
        ImageDataset<float> data = Dataset.CreateImages<float>([7, 7, 7], new ImageShape(1, 1, 1), [0, 1, 2]).Normalize();
        Assert.Equal([0f, 0, 0], Images.Features(data, epoch: 0));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named()
    {
        Refused("shape", () => Dataset.CreateImages<float>(new byte[4], new ImageShape(2, 0, 1), [0]), "shape is (2, 0, 1); height, width and channels are at least 1.");
        Refused("shape", () => Dataset.CreateImages<float>([], new ImageShape(65_536, 65_536, 2), Array.Empty<int>()), "shape is (65536, 65536, 2), which is more elements");
        Refused("pixels", () => Dataset.CreateImages<float>(new byte[7], new ImageShape(2, 3, 1), [0]), "pixels holds 7 bytes, which is not a multiple of the 6 of an image of (2, 3, 1).");
        Refused("labels", () => Dataset.CreateImages<float>(new byte[12], new ImageShape(2, 3, 1), [0]), "labels holds 1 labels, but 2 examples have 2.");
        Refused("labels", () => Dataset.CreateImages<float>(new byte[6], new ImageShape(2, 3, 1), [-1]), "labels: the label of example 0 is -1, but class indices start at 0.");
        Refused("targets", () => Dataset.CreateImages(new byte[12], new ImageShape(2, 3, 1), [1f, 2, 3]), "targets holds 3 values, which 2 examples cannot share equally.");
        Refused("weights", () => Dataset.CreateImages(new byte[6], new ImageShape(2, 3, 1), [0], [-1f]), "weights: the weight of example 0 is -1;");
    }

    [Fact]
    public void Figures_that_do_not_normalise_are_named()
    {
        ImageDataset<float> grey = Dataset.CreateImages<float>([1], new ImageShape(1, 1, 1), [0]);
        Refused("normalization", () => grey.Normalize(new ChannelNormalization([0, 0, 0], [1, 1, 1])), "normalization is of 3 channels, but the images have 1.");
        Refused("means", () => new ChannelNormalization([], []), "means holds no channel.");
        Refused("means", () => new ChannelNormalization([double.NaN], [1]), "means: the mean of channel 0 is NaN;");
        Refused("standardDeviations", () => new ChannelNormalization([0, 0], [1]), "standardDeviations holds 1 channels, but means holds 2.");
        Refused("standardDeviations", () => new ChannelNormalization([0, 0], [1, 0]), "standardDeviations: the standard deviation of channel 1 is 0;");
        Assert.Throws<InvalidOperationException>(() => Dataset.CreateImages<float>([], new ImageShape(1, 1, 1)).Normalize());
    }

    private static void Refused(string argument, Func<object> create, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, create).Message);
}
