namespace ModelDsl.Tests.Training;

[Collection(Alone.Name)]
public sealed class ReadyWeightsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    [Fact]
    public void The_first_prediction_prepares_and_the_second_packs()
    {
        PreparingModel model = new();
        for (int i = 0; i < 4; i++)
        {
            Check(model);
            Assert.Equal((1, i == 0 ? 0 : 1, i > 0), (model.Preparations, model.Packings, model.ReadsPacked));
        }
    }

    [Fact]
    public void A_prediction_of_more_than_one_chunk_packs_at_once()
    {
        PreparingModel model = new();
        Check(model, model.ChunkLength + 1);
        Assert.Equal((1, 1, true), (model.Preparations, model.Packings, model.ReadsPacked));
    }

    [Fact]
    public void Nothing_is_packed_for_single_examples_that_do_not_read_it()
    {
        PreparingModel model = new(packsForOne: false);
        for (int i = 0; i < 3; i++)
        {
            Check(model, examples: 1);
            Assert.Equal((1, 0, false), (model.Preparations, model.Packings, model.ReadsPacked));
        }

        Check(model, examples: 2);
        Assert.Equal((1, 1, true), (model.Preparations, model.Packings, model.ReadsPacked));
    }

    [Fact]
    public void A_training_step_makes_what_was_ready_stale()
    {
        PreparingModel model = new();
        Trainer<float> trainer = new(model, new SGD(0.1));
        for (int step = 1; step <= 3; step++)
        {
            float before = model.Weight;
            Check(model);
            Check(model);
            trainer.Step([1f], [1f]);
            Assert.NotEqual(before, model.Weight);
            Assert.Equal((step, step), (model.Preparations, model.Packings));
        }

        Check(model);
        Assert.False(model.ReadsPacked);
    }

    [Fact]
    public void Gradients_without_a_step_leave_it_ready()
    {
        PreparingModel model = new();
        Check(model);
        Check(model);
        new Trainer<float>(model, new SGD(0.1)).ComputeGradients([1f], [1f]);
        Check(model);
        Assert.Equal((1, 1, true), (model.Preparations, model.Packings, model.ReadsPacked));
    }

    [Fact]
    public void Loading_makes_it_stale()
    {
        PreparingModel saved = new(), model = new();
        saved.View[0] = 5;
        saved.Save(path);
        Check(model);
        Check(model);
        model.Load(path);
        Assert.Equal(5, model.Weight);
        Check(model);
        Assert.Equal((2, 1), (model.Preparations, model.Packings));
    }

    [Fact]
    public void The_best_weights_put_back_make_it_stale()
    {
        PreparingModel model = new();
        float before = model.Weight;
        Dataset<float> data = Dataset.Create(Numbers.Draw<float>(4, seed: 1), Numbers.Draw<float>(4, seed: 2), 4);
        model.Fit(data, new SGD(0.5), new TrainingOptions { Epochs = 3, BatchSize = 4, Validation = data, EarlyStopping = new EarlyStopping { Patience = 1, RestoreBestWeights = true } });
        Assert.NotEqual(before, model.Weight);
        Check(model);
        Assert.Equal((3, 0), (model.Preparations, model.Packings));
    }

    [Fact]
    public void After_a_view_was_given_out_each_prediction_follows_what_is_written_through_it()
    {
        PreparingModel model = new();
        Check(model);
        Check(model);
        Span<float> view = model.View;
        for (int i = 1; i <= 4; i++)
        {
            view[0] = i;
            Check(model);
            Assert.Equal((1 + i, 1, false), (model.Preparations, model.Packings, model.ReadsPacked));
        }

        new Trainer<float>(model, new SGD(0.1)).Step([1f], [1f]);
        Check(model);
        Check(model);
        Assert.False(model.ReadsPacked);
    }

    [Fact]
    public void A_measurement_uses_it_as_a_prediction_does()
    {
        PreparingModel model = new();
        Dataset<float> data = Dataset.Create(Numbers.Draw<float>(4, seed: 1), Numbers.Draw<float>(4, seed: 2), 4);
        model.Evaluate(data);
        model.Evaluate(data);
        Check(model);
        Assert.Equal((1, 1, true), (model.Preparations, model.Packings, model.ReadsPacked));
    }

    [Fact]
    public void Many_threads_find_it_computed_once()
    {
        for (int round = 0; round < 20; round++)
        {
            PreparingModel model = new();
            Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Check(model));
            Assert.Equal((1, 1), (model.Preparations, model.Packings));
        }
    }

    [Fact]
    public void Renewed_weights_take_no_new_memory()
    {
        PreparingModel model = new();
        Trainer<float> trainer = new(model, new SGD(0.1));
        float[] inputs = [1, 2], outputs = new float[2];
        void Work()
        {
            model.Predict(inputs, outputs);
            model.Predict(inputs, outputs);
            trainer.Step(inputs, outputs);
        }

        Work();
        Work();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Work();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose() => File.Delete(path);

    private static void Check(PreparingModel model, int examples = 3)
    {
        float[] inputs = Numbers.Draw<float>(examples, seed: 1);
        Assert.Equal(inputs.Select(x => 2 * model.Weight * x), model.Predict(inputs));
    }
}
