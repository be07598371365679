using ModelDsl.Kernels;

namespace ModelDsl.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void Parts_of_a_batch_add_up_to_its_gradient_whatever_they_weigh()
    {
        double[] inputs = Numbers.Draw<double>(7 * 4, seed: 1);
        int[] labels = Numbers.Classes(7, 3, seed: 2);
        double[] weights = [1, 0.5, 0, 0, 2, 3, 0.25];
        LinearModel<double> whole = Classifier<double>();
        LinearModel<double> parts = Classifier<double>();

        double expected = new Trainer<double>(whole, new SGD(0.1)).ComputeGradients(inputs, labels, weights);
        double actual = new Trainer<double>(parts, new SGD(0.1), new() { MicroBatchSize = 2 }).ComputeGradients(inputs, labels, weights);

        Assert.Equal(expected, actual, 1e-14);
        Assert.NotEqual(0, whole.GradientSnapshot()[0]);
        Assert.All(whole.GradientSnapshot().Zip(parts.GradientSnapshot()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void Computing_gradients_changes_no_weight_and_counts_no_step()
    {
        LinearModel<double> model = Classifier<double>();
        double[] before = model.Snapshot();
        Trainer<double> trainer = new(model, new SGD(0.1));
        List<RandomKey> keys = [];
        model.BeforeTrain = run => keys.Add(run.Key);
        trainer.ComputeGradients(new double[4], [1]);
        trainer.ComputeGradients(new double[4], [1]);
        trainer.Step(new double[4], [1]);
        trainer.ComputeGradients(new double[4], [1]);

        Assert.Equal(1, trainer.StepCount);
        Assert.NotEqual(before, model.Snapshot());
        Assert.Equal(RandomKey.FromSeed(1).Derive(1), keys[0]);
        Assert.Equal([keys[0], keys[0], keys[0]], keys[..3]);
        Assert.Equal(RandomKey.FromSeed(1).Derive(2), keys[3]);
    }

    [Fact]
    public void The_parts_of_a_step_draw_different_random_numbers()
    {
        LinearModel<double> model = Classifier<double>();
        List<RandomKey> keys = [];
        model.BeforeTrain = run => keys.Add(run.Key);
        new Trainer<double>(model, new SGD(0.1), new() { MicroBatchSize = 1 }).Step(new double[12], [0, 1, 2]);
        Assert.Equal(3, keys.Distinct().Count());
    }

    [Fact]
    public void A_long_gradient_is_shortened_to_the_norm_asked_for()
    {
        double[] inputs = Numbers.Draw<double>(40, seed: 1);
        int[] labels = Numbers.Classes(10, 3, seed: 2);
        Assert.Equal(0.01, Moved(0.01), 1e-12);
        Assert.Equal(Moved(null), Moved(1e6));
        Assert.True(Moved(null) > 0.02);

        double Moved(double? clipNorm)
        {
            LinearModel<double> model = Classifier<double>();
            double[] before = model.Snapshot();
            new Trainer<double>(model, new SGD(1.0), new() { ClipNorm = clipNorm }).Step(inputs, labels);
            return Math.Sqrt(model.Snapshot().Zip(before, (after, start) => (after - start) * (after - start)).Sum());
        }
    }

    [Fact]
    public void A_step_returns_the_loss_before_it()
    {
        LinearModel<float> model = new(1, 1, TargetKind.Values);
        model.Weight[0, 0] = 2;
        Trainer<float> trainer = new(model, new SGD(0.5));
        Assert.Equal(((2 * 1 * 1) + (1 * 3 * 3)) / 2.0 / 3.0, trainer.Step([1f, 2f], [1f, 1f], [2f, 1f]), 1e-6);
        Assert.Equal(2 - (0.5f * ((2 * 1 * 1) + (1 * 3 * 2)) / 3), model.Weight[0, 0], 1e-6f);
    }

    [Fact]
    public void A_loss_that_is_not_finite_names_the_step_and_the_layer_and_changes_nothing()
    {
        LinearModel<float> model = new(1, 1, TargetKind.Values);
        Trainer<float> trainer = new(model, new SGD(0.1));
        trainer.Step([1f], [1f]);
        model.Weight[0, 0] = 1e30f;
        float[] before = model.Snapshot();

        TrainingDivergedException overflow = Assert.Throws<TrainingDivergedException>(() => trainer.Step([1e20f], [1f]));
        Assert.Equal(2, overflow.Step);
        Assert.Equal("dense1", overflow.Layer);
        Assert.StartsWith("Step 2: the loss is Infinity. The first layer whose output is not finite is dense1 (y = x · W + b).", overflow.Message);
        Assert.Equal("loss", Assert.Throws<TrainingDivergedException>(() => trainer.Step([1f], [1f])).Layer);
        Assert.Equal(before, model.Snapshot());
        Assert.Equal(1, trainer.StepCount);
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_named()
    {
        LinearModel<float> model = new(1, 1, TargetKind.Values);
        model.Weight[0, 0] = float.NaN;
        string message = Assert.Throws<TrainingDivergedException>(() => new Trainer<float>(model, new SGD(0.1)).Step([1f], [1f])).Message;
        Assert.StartsWith("Step 1: the loss is NaN. The parameter dense1.weight was not finite before the step.", message);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_is_not_clipped_but_named()
    {
        LinearModel<float> model = new(1, 1, TargetKind.Values);
        model.Weight[0, 0] = 0;
        Trainer<float> trainer = new(model, new SGD(0.1), new() { ClipNorm = 1 });
        TrainingDivergedException fault = Assert.Throws<TrainingDivergedException>(() => trainer.Step([1e30f], [1e15f]));
        Assert.StartsWith("Step 1: the gradient of dense1.weight is not finite.", fault.Message);
        Assert.Equal(0, model.Weight[0, 0]);
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_named_with_both_sizes()
    {
        LinearModel<float> model = Classifier<float>();
        float[] before = model.Snapshot();
        Trainer<float> trainer = new(model, new SGD(0.1));

        Refused("inputs", () => trainer.Step(new float[7], new int[2]), "inputs holds 7 values, which is not a multiple of the 4 of one example.");
        Refused("inputs", () => trainer.Step(Array.Empty<float>(), Array.Empty<int>()), "inputs holds no examples.");
        Refused("labels", () => trainer.Step(new float[8], new int[3]), "labels holds 3 labels, but 2 examples have 2.");
        Refused("labels", () => trainer.Step(new float[8], [0, 3]), "labels: the label of example 1 is 3, but the model has the classes 0 to 2.");
        Refused("labels", () => trainer.Step(new float[8], [-1, 0]), "labels: the label of example 0 is -1, but the model has the classes 0 to 2.");
        Refused("exampleWeights", () => trainer.Step(new float[8], new int[2], new float[3]), "exampleWeights holds 3 weights, but 2 examples have 2.");
        Refused("exampleWeights", () => trainer.Step(new float[8], new int[2], [1f, -1f]), "exampleWeights: the weight of example 1 is -1;");
        Refused("inputs", () => trainer.Step([0f, 0, 0, 0, 0, 0, float.NegativeInfinity, 0], new int[2]), "inputs: feature 2 of example 1 is -Infinity;");
        Refused("targets", () => trainer.Step(new float[8], new float[6]), "targets: the model Linear learns from class indices, not from target values.");
        Assert.Equal(before, model.Snapshot());
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void Targets_of_a_binary_decision_lie_from_0_to_1()
    {
        Trainer<float> trainer = new(new LinearModel<float>(1, 1, TargetKind.Values, isBinary: true), new SGD(0.1));
        Refused("targets", () => trainer.Step([1f, 1f], [1f, 2f]), "targets: target 0 of example 1 is 2, but the targets of a binary cross-entropy lie from 0 to 1.");
        Refused("targets", () => trainer.Step([1f, 1f], [1f, float.NaN]), "targets: target 0 of example 1 is NaN;");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void A_step_allocates_nothing_once_warm(int? microBatch)
    {
        Trainer<float> trainer = new(Classifier<float>(), new Adam(0.001), new() { ClipNorm = 1, MicroBatchSize = microBatch });
        float[] inputs = Numbers.Draw<float>(40, seed: 1);
        int[] labels = Numbers.Classes(10, 3, seed: 2);
        trainer.Step(inputs, labels);
        trainer.Step(inputs, labels);

        long before = GC.GetAllocatedBytesForCurrentThread();
        trainer.Step(inputs, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Refused(string argument, Func<object> step, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(argument, step).Message);

    private static LinearModel<T> Classifier<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => new(4, 3, TargetKind.ClassIndex);
}
