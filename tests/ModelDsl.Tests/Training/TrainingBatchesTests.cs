using ModelDsl.Tests.Data;

namespace ModelDsl.Tests.Training;

[Collection(Alone.Name)]
public sealed class TrainingBatchesTests : IDisposable
{
    private static readonly ValueLimits Limits = new(10, null, false, [], [], "data");

    private readonly int threads = Parallelism.Threads;

    [Fact]
    public void Batches_prepared_ahead_are_those_prepared_in_time()
    {
        Parallelism.Threads = 1;
        List<float> inTime = Read(Augmented(50), epochs: 3, batchSize: 8);
        Parallelism.Threads = 3;
        Assert.Equal(inTime, Read(Augmented(50), epochs: 3, batchSize: 8));
        Assert.Equal(3 * 50 * 36, inTime.Count);
    }

    [Fact]
    public void A_batch_is_gathered_on_another_thread_while_the_one_before_is_used()
    {
        Parallelism.Threads = 2;
        Watched data = new(count: 30);
        int[] order = [.. Enumerable.Range(0, 30)];
        using TrainingBatches<float> batches = new(data, Limits, order, batchSize: 10);
        batches.Begin(epoch: 1, examples: 30);
        Assert.Equal(10, batches.Next());
        Assert.True(data.Second.Wait(TimeSpan.FromSeconds(30)), "The second batch was not gathered while the first was in use.");
        Assert.Equal([10, 10], [batches.Next(), batches.Next()]);
        Assert.Equal(3, data.Threads.Count);
        Assert.Equal(Environment.CurrentManagedThreadId, data.Threads[0]);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, data.Threads[1..]);
    }

    [Fact]
    public void What_goes_wrong_on_the_other_thread_is_thrown_on_the_trainings()
    {
        Parallelism.Threads = 2;
        LinearModel<float> model = new(1, 1, TargetKind.ClassIndex);
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => model.Fit(new Watched(count: 300) { IsBroken = true }, new SGD(0.1), new() { BatchSize = 10 }));
        Assert.Equal("The second batch cannot be read.", fault.Message);
        model.Fit(new Watched(count: 30), new SGD(0.1), new() { BatchSize = 10, Epochs = 1 });
    }

    [Fact]
    public void A_pass_that_is_given_up_ends_its_thread()
    {
        Parallelism.Threads = 2;
        Watched data = new(count: 300);
        TrainingBatches<float> batches = new(data, Limits, [.. Enumerable.Range(0, 300)], batchSize: 10);
        batches.Begin(epoch: 1, examples: 300);
        batches.Next();
        batches.Dispose();
        Assert.Equal(2, data.Threads.Count);
    }

    [Fact]
    public void Batches_prepared_ahead_allocate_nothing_on_any_thread()
    {
        Parallelism.Threads = 3;
        Dataset<float> data = Augmented(640);
        using TrainingBatches<float> batches = new(data, Limits, [.. Enumerable.Range(0, 640)], batchSize: 32);
        int epoch = 0;
        void Pass()
        {
            batches.Begin(++epoch, 640);
            for (int i = 0; i < 20; i++)
            {
                batches.Next();
            }
        }

        Pass();
        Pass();

        // The test host's own timers allocate some ten times a second; a batch that allocated would do so in every pass.
        Assert.Contains(Enumerable.Range(0, 40).ToArray(), _ =>
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Pass();
            return GC.GetTotalAllocatedBytes(precise: true) == before;
        });
    }

    [Fact]
    public void A_model_is_trained_on_changed_images_and_measured_on_plain_ones()
    {
        Dataset<float> augmented = Augmented(60);
        ImageDataset<float> plain = Pictures(60);
        LinearModel<float> model = new(36, 10, TargetKind.ClassIndex);
        HashSet<float> seen = [];
        model.BeforeTrain = run => seen.UnionWith(Enumerable.Range(0, (int)run.Batch * 36).Select(i => run.Input[i]));
        model.Fit(augmented, new SGD(0.01), new() { Epochs = 2, BatchSize = 16, Validation = augmented });

        Assert.True(seen.Count > 1000, $"{seen.Count}");
        Assert.Equal(model.Evaluate(plain), model.Evaluate(augmented));
        Assert.Equal(model.Predict(plain), model.Predict(augmented));
        Assert.Equal(model.Predict(Images.Features(plain, epoch: 0)), model.Predict(plain));
    }

    [Fact]
    public void Data_of_another_size_is_not_predicted()
    {
        LinearModel<float> model = new(35, 10, TargetKind.ClassIndex);
        ArgumentException refused = Assert.Throws<ArgumentException>("data", () => model.Predict(Pictures(2)));
        Assert.StartsWith("data: an example has 36 features, but the model Linear takes 35.", refused.Message);
    }

    public void Dispose() => Parallelism.Threads = threads;

    private static ImageDataset<float> Pictures(int count) =>
        Dataset.CreateImages<float>(Images.Bytes(count * 36, seed: 1), new ImageShape(6, 6, 1), Numbers.Classes(count, 10, seed: 2));

    private static Dataset<float> Augmented(int count) =>
        Pictures(count).Augment([new RandomShift(1), new RandomRotation(10), new RandomHorizontalFlip(), new GaussianNoise(0.05)], seed: 5);

    private static List<float> Read(Dataset<float> data, int epochs, int batchSize)
    {
        using TrainingBatches<float> batches = new(data, Limits, [.. Enumerable.Range(0, data.Count)], batchSize);
        List<float> features = [];
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            batches.Begin(epoch, data.Count);
            for (int read = 0, count; read < data.Count; read += count)
            {
                count = batches.Next();
                features.AddRange(Enumerable.Range(0, count * data.FeatureSize).Select(i => batches.Addresses.Input[i]));
            }
        }

        return features;
    }

    /// <summary>Examples of one feature that note who reads them.</summary>
    private sealed class Watched(int count) : Dataset<float>
    {
        internal List<int> Threads { get; } = [];

        internal ManualResetEventSlim Second { get; } = new();

        internal bool IsBroken { get; init; }

        public override int Count => count;

        public override int FeatureSize => 1;

        public override TargetKind TargetKind => TargetKind.ClassIndex;

        public override int TargetSize => 1;

        public override bool HasWeights => false;

        public override bool PreparesAhead => true;

        public override void Gather(ReadOnlySpan<int> indices, Batch<float> batch)
        {
            batch.Features.Clear();
            batch.Labels.Clear();
            Threads.Add(Environment.CurrentManagedThreadId);
            if (Threads.Count == 2)
            {
                Second.Set();
                if (IsBroken)
                    throw new InvalidDataException("The second batch cannot be read.");
            }
        }
    }
}
