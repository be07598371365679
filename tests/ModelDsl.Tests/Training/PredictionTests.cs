using System.Numerics.Tensors;

namespace ModelDsl.Tests.Training;

public class PredictionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(2500)]
    public void Many_examples_are_predicted_as_each_alone(int examples)
    {
        LinearModel<float> model = Model();
        float[] inputs = Numbers.Draw<float>(examples * 3, seed: 1);
        float[] outputs = model.Predict(inputs);

        Assert.Equal(1024, model.ChunkLength);
        Assert.Equal(examples * 2, outputs.Length);
        for (int i = 0; i < examples; i++)
        {
            Assert.Equal(model.Predict(inputs[(3 * i)..(3 * i + 3)]), outputs[(2 * i)..(2 * i + 2)]);
        }
    }

    [Fact]
    public void No_example_gives_no_prediction() => Assert.Empty(Model().Predict([]));

    [Fact]
    public void Any_number_of_threads_may_predict()
    {
        LinearModel<float> model = Model();
        float[] inputs = Numbers.Draw<float>(3000, seed: 1);
        float[] expected = model.Predict(inputs);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(expected, model.Predict(inputs)));
    }

    [Fact]
    public void Two_users_never_share_a_workspace()
    {
        WorkspacePool<float> pool = new(new ExecutionPlan(1, 1, 1, -1, -1, []), batch: 4);
        Workspace<float> first = pool.Rent();
        Workspace<float> second = pool.Rent();
        Assert.NotSame(first, second);
        WorkspacePool<float>.Return(second);
        Assert.Same(second, pool.Rent());
    }

    [Fact]
    public void A_workspace_given_back_serves_the_next_user_on_any_thread()
    {
        WorkspacePool<float> pool = new(new ExecutionPlan(1, 1, 1, -1, -1, []), batch: 4);
        Workspace<float> first = pool.Rent();
        WorkspacePool<float>.Return(pool.Rent());
        WorkspacePool<float>.Return(first);
        List<Workspace<float>> found = [];
        for (int i = 0; i < 3; i++)
        {
            Thread user = new(() =>
            {
                found.Add(pool.Rent());
                WorkspacePool<float>.Return(found[^1]);
            });
            user.Start();
            user.Join();
        }

        Assert.All(found, workspace => Assert.Same(first, workspace));
    }

    [Fact]
    public void A_prediction_that_fails_gives_its_workspace_back()
    {
        PreparingModel model = new() { Fails = true };
        Assert.Throws<InvalidOperationException>(() => model.Predict([1f]));
        nint place = model.Place;
        model.Fails = false;
        model.Predict([1f]);
        Assert.Equal(place, model.Place);
    }

    [Fact]
    public void Users_beyond_those_whose_workspaces_are_kept_have_their_own()
    {
        WorkspacePool<float> pool = new(new ExecutionPlan(1, 1, 1, -1, -1, []), batch: 4);
        Workspace<float>[] rented = [.. Enumerable.Range(0, (2 * Environment.ProcessorCount) + 3).Select(_ => pool.Rent())];
        Assert.Equal(rented.Length, rented.Distinct().Count());
        Array.ForEach(rented, WorkspacePool<float>.Return);
        Assert.Contains(pool.Rent(), rented);
    }

    [Fact]
    public void Predicting_allocates_nothing_once_warm()
    {
        LinearModel<float> model = Model();
        float[] inputs = Numbers.Draw<float>(6000, seed: 1);
        float[] outputs = new float[4000];
        model.Predict(inputs, outputs);

        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Predict(inputs, outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Tensors_are_predicted_whatever_the_order_of_their_elements()
    {
        LinearModel<float> model = Model();
        float[] inputs = Numbers.Draw<float>(12, seed: 1);
        float[] transposed = [.. Enumerable.Range(0, 12).Select(i => inputs[(i % 4 * 3) + (i / 4)])];
        float[] expected = model.Predict(inputs);
        float[] dense = new float[8];
        float[] scattered = new float[8];

        model.Predict(new ReadOnlyTensorSpan<float>(inputs, [4, 3]), new TensorSpan<float>(dense, [4, 2]));
        model.Predict(new ReadOnlyTensorSpan<float>(transposed, [4, 3], [1, 4]), new TensorSpan<float>(scattered, [4, 2], [1, 4]));
        Assert.Equal(expected, dense);
        Assert.Equal(expected, Enumerable.Range(0, 8).Select(i => scattered[(i / 2) + (i % 2 * 4)]));
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_named_with_both_sizes()
    {
        LinearModel<float> model = Model();
        float[] outputs = [7, 7, 7, 7, 7, 7];
        Refused("inputs", () => model.Predict(new float[7]), "inputs holds 7 values, which is not a multiple of the 3 of one example.");
        Refused("outputs", () => model.Predict(new float[6], outputs), "outputs holds 6 values, but 2 examples have 4.");
        Refused("outputs", () => model.Predict(outputs.AsSpan(0, 3), outputs.AsSpan(2, 2)), "outputs overlaps inputs");
        Refused("inputs", () => model.Predict(new ReadOnlyTensorSpan<float>(new float[6], [3, 2]), new TensorSpan<float>(outputs, [3, 2])), "inputs has the shape (3, 2), but 3 examples have (3, 3).");
        Refused("outputs", () => model.Predict(new ReadOnlyTensorSpan<float>(new float[6], [2, 3]), new TensorSpan<float>(outputs, [3, 2])), "outputs has the shape (3, 2), but 2 examples have (2, 2).");
        Assert.All(outputs, value => Assert.Equal(7, value));
    }

    private static LinearModel<float> Model() => new(3, 2, TargetKind.Values);

    private static void Refused(string argument, Action predict, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, predict).Message);
}
