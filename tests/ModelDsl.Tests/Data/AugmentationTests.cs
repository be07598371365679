using ModelDsl.Tests.Training;

namespace ModelDsl.Tests.Data;

[Collection(Alone.Name)]
public sealed class AugmentationTests : IDisposable
{
    private static readonly ImageShape Shape = new(6, 5, 3);
    private static readonly Augmentation[] All =
        [new RandomCrop(2), new RandomShift(1.5), new RandomHorizontalFlip(), new RandomVerticalFlip(0.3), new RandomRotation(20), new GaussianNoise(0.1)];

    private readonly int threads = Parallelism.Threads;

    public static TheoryData<string, Augmentation> Each => new()
    {
        { nameof(RandomCrop), new RandomCrop(2) },
        { nameof(RandomShift), new RandomShift(1, 2) },
        { nameof(RandomHorizontalFlip), new RandomHorizontalFlip() },
        { nameof(RandomVerticalFlip), new RandomVerticalFlip() },
        { nameof(RandomRotation), new RandomRotation(30) },
        { nameof(GaussianNoise), new GaussianNoise(0.1) },
    };

    [Theory, MemberData(nameof(Each), DisableDiscoveryEnumeration = true)]
    public void A_change_depends_on_seed_epoch_and_example_alone(string name, Augmentation augmentation)
    {
        Dataset<float> data = Pictures(40).Augment([augmentation], seed: 3);
        float[] first = Images.Features(data, epoch: 1);
        Assert.Equal(first, Images.Features(data, epoch: 1));
        Assert.NotEqual(first, Images.Features(data, epoch: 2));
        Assert.NotEqual(first, Images.Features(Pictures(40).Augment([augmentation], seed: 4), epoch: 1));
        Assert.Equal(first[(7 * Shape.Size)..(8 * Shape.Size)], Images.Features(data, epoch: 1, [7]));
        Assert.Equal(first[(7 * Shape.Size)..(8 * Shape.Size)], Images.Features(data.Subset(5..), epoch: 1, [2]));
        Assert.True(first.Length > 0, name);
    }

    [Theory, MemberData(nameof(Each), DisableDiscoveryEnumeration = true)]
    public void Measuring_sees_the_images_unchanged(string name, Augmentation augmentation)
    {
        ImageDataset<float> images = Pictures(40).Normalize();
        Dataset<float> data = images.Augment([augmentation]);
        Assert.Equal(Images.Features(images, epoch: 0), Images.Features(data, epoch: 0));
        Assert.NotEqual(Images.Features(images, epoch: 1), Images.Features(data, epoch: 1));
        Assert.True(data is { Count: 40, TargetKind: TargetKind.ClassIndex, TargetSize: 1, HasWeights: false }, name);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        Dataset<double> data = Dataset.CreateImages<double>(Images.Bytes(64 * 32 * 32 * 3, seed: 1), new ImageShape(32, 32, 3), new int[64]).Augment(All);
        Parallelism.Threads = 1;
        double[] alone = Images.Features(data, epoch: 1);
        Parallelism.Threads = 4;
        Assert.Equal(alone, Images.Features(data, epoch: 1));
    }

    [Fact]
    public void A_crop_shows_every_place_about_as_often()
    {
        byte[] dot = [0, 0, 0, 0, 255, 0, 0, 0, 0];
        Dataset<float> data = Dataset.CreateImages<float>([.. Enumerable.Repeat(dot, 900).SelectMany(image => image)], new ImageShape(3, 3, 1), new int[900]).Augment([new RandomCrop(1)]);
        float[] features = Images.Features(data, epoch: 1);
        int[] counts = [.. Enumerable.Range(0, 9).Select(place => features.Where((value, i) => i % 9 == place && value == 1).Count())];
        Assert.Equal(900, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 65, 140));
    }

    [Fact]
    public void A_flip_happens_as_often_as_its_probability_says()
    {
        byte[] pair = [0, 255];
        ImageDataset<float> images = Dataset.CreateImages<float>([.. Enumerable.Repeat(pair, 1000).SelectMany(image => image)], new ImageShape(1, 2, 1), new int[1000]);
        Assert.InRange(Flipped(0.25), 200, 300);
        Assert.Equal(0, Flipped(0));
        Assert.Equal(1000, Flipped(1));

        int Flipped(double probability) => Images.Features(images.Augment([new RandomHorizontalFlip(probability)]), epoch: 1).Where((value, i) => i % 2 == 0 && value == 1).Count();
    }

    [Fact]
    public void Noise_has_the_deviation_asked_for_and_stays_in_range()
    {
        byte[] grey = [.. Enumerable.Repeat((byte)127, 100 * 99)];
        ImageDataset<double> images = Dataset.CreateImages<double>(grey, new ImageShape(100, 99, 1), [0]);
        double[] noise = Array.ConvertAll(Images.Features(images.Augment([new GaussianNoise(0.03), new GaussianNoise(0.04)]), epoch: 1), value => value - (127 / 255.0));
        Assert.Equal(0, noise.Average(), 0.002);
        Assert.Equal(0.05, Math.Sqrt(noise.Average(value => value * value)), 0.002);
        Assert.Equal(3, noise.Average(value => Math.Pow(value / 0.05, 4)), 0.3);
        Assert.All(Images.Features(images.Augment([new GaussianNoise(1)]), epoch: 1), value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Normalised_images_are_changed_as_the_plain_ones_are()
    {
        ImageDataset<double> images = Dataset.CreateImages<double>(Images.Bytes(10 * 90, seed: 1), Shape, new int[10]);
        ChannelNormalization normalization = new([0.5, 0.4, 0.3], [0.2, 0.25, 0.5]);
        double[] plain = Images.Features(images.Augment(All, seed: 2), epoch: 3);
        double[] normalised = Images.Features(images.Normalize(normalization).Augment(All, seed: 2), epoch: 3);
        for (int i = 0; i < plain.Length; i++)
        {
            Assert.Equal((plain[i] - normalization.Means[i % 3]) / normalization.StandardDeviations[i % 3], normalised[i], 1e-12);
        }
    }

    [Fact]
    public void A_batch_allocates_nothing()
    {
        Dataset<float> data = Pictures(40).Augment(All).Subset(..32);
        int[] indices = [.. Enumerable.Range(0, 32)];
        float[] features = new float[32 * Shape.Size];
        int[] labels = new int[32];
        void Gather(int epoch) => data.Gather(indices, new Batch<float> { Features = features, Labels = labels, Epoch = epoch });
        Gather(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int epoch = 0; epoch < 20; epoch++)
        {
            Gather(epoch);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Limits_out_of_range_are_named()
    {
        Assert.StartsWith("The most that an image is shifted by", OutOfRange("pixels", () => new RandomShift(-1)));
        Assert.StartsWith("The most that an image is shifted by", OutOfRange("horizontal", () => new RandomShift(1, double.NaN)));
        Assert.StartsWith("The probability lies from 0 to 1.", OutOfRange("probability", () => new RandomHorizontalFlip(1.5)));
        Assert.StartsWith("The probability lies from 0 to 1.", OutOfRange("probability", () => new RandomVerticalFlip(-0.5)));
        Assert.StartsWith("The largest angle lies from 0 to 180.", OutOfRange("degrees", () => new RandomRotation(181)));
        Assert.StartsWith("The standard deviation lies from 0 to 1.", OutOfRange("standardDeviation", () => new GaussianNoise(2)));
        OutOfRange("padding", () => new RandomCrop(-1));
        OutOfRange("fill", () => Pictures(1).Augment([], fill: (ImageFill)7));
        Assert.StartsWith(
            "augmentations: RandomShift shifts by up to (7, 1) pixels, but the images have the size (6, 5, 3).",
            Assert.Throws<ArgumentException>("augmentations", () => Pictures(1).Augment([new RandomShift(7, 1)])).Message);
        Assert.StartsWith(
            "augmentations: RandomCrop pads by 6 pixels, but the images have the size (6, 5, 3).",
            Assert.Throws<ArgumentException>("augmentations", () => Pictures(1).Augment([new RandomCrop(6)])).Message);
        Assert.Throws<ArgumentNullException>("augmentations", () => Pictures(1).Augment([null!]));
    }

    public void Dispose() => Parallelism.Threads = threads;

    private static ImageDataset<float> Pictures(int count) => Dataset.CreateImages<float>(Images.Bytes(count * Shape.Size, seed: 1), Shape, new int[count]);

    private static string OutOfRange(string argument, Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(argument, create).Message;
}
