using System.Numerics.Tensors;
using System.Text;
using CsCheck;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

public sealed class Weights : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    [Fact]
    public void Saving_and_loading_gives_the_same_bits() => Gen.Int.Sample(
        seed =>
        {
            Subject<double> saved = new(new FlattenModel64(seed)), loaded = new(new FlattenModel64(seed + 1L));
            saved.Scatter(seed);
            saved.Model.Save(path);
            loaded.Model.Load(path);
            Assert.All(saved.Definition.Parameters, parameter => Assert.Equal(saved.Values(parameter.Name), loaded.Values(parameter.Name)));
            Examples<double> examples = Examples<double>.Draw(saved.Definition, count: 5, seed);
            Assert.Equal(saved.Predict(examples), loaded.Predict(examples));
        },
        iter: 20, threads: 1);

    [Fact]
    public void Running_statistics_are_saved_with_the_weights()
    {
        Subject<double> saved = new(new BatchNormModel64(seed: 1)), loaded = new(new BatchNormModel64(seed: 2));
        Examples<double> examples = Examples<double>.Draw(saved.Definition, count: 6, seed: 3);
        new Trainer<double>(saved.Model, new SGD(0.1)).Step(examples.Inputs, examples.Values);
        saved.Model.Save(path);
        Assert.NotEqual(saved.Predict(examples), loaded.Predict(examples));
        loaded.Model.Load(path);
        Assert.Equal(saved.Model.Parameters.Span.ToArray(), loaded.Model.Parameters.Span.ToArray());
        Assert.Equal(saved.Predict(examples), loaded.Predict(examples));
    }

    [Fact]
    public void A_named_parameter_is_a_view_in_the_interchange_layout()
    {
        MlpModel model = new(seed: 1);
        Subject<float> subject = new(model);
        Assert.Equal([16, 12], model.Dense1Weight.Lengths.ToArray());
        Assert.Equal([8], model.Dense2Bias.Lengths.ToArray());
        Assert.Equal(subject.Values("dense1.weight")[(5 * 12) + 7], model.Dense1Weight[5, 7]);
        model.Dense1Weight[5, 7] = 42;
        Assert.Equal(42, subject.Values("dense1.weight")[(5 * 12) + 7]);
    }

    [Fact]
    public void A_named_gradient_is_what_the_last_step_left()
    {
        CrossEntropyModel model = new(seed: 1);
        Subject<float> subject = new(model);
        subject.Loss(Examples<float>.Draw(model.Definition, count: 4, seed: 2));
        float[] flattened = new float[4 * 5];
        ((ReadOnlyTensorSpan<float>)model.Dense1WeightGradient).FlattenTo(flattened);
        Assert.Equal(subject.Values("dense1.weight", subject.Gradients), flattened);
    }

    [Fact]
    public void A_prediction_follows_the_interchange_layout()
    {
        // One unit of the first layer sees one feature: an [in, out] reading of [out, in] would predict something else.
        LogisticModel model = new(seed: 1);
        model.Dense1Weight.Fill(0);
        model.Dense1Weight[0, 4] = 2;
        model.Dense1Bias[0] = -1;
        float[] inputs = [0, 0, 0, 0, 3, 0, 0, 0, 0];
        Assert.Equal(1 / (1 + MathF.Exp(-5)), model.Predict(inputs)[0], 1e-6f);
    }

    [Fact]
    public void The_weights_of_another_architecture_are_refused_and_nothing_changes()
    {
        new HuberModel(seed: 1).Save(path);
        AssertRefused(new Subject<float>(new MlpModel(seed: 2)), "dense2.weight");
    }

    [Fact]
    public void Weights_of_other_shapes_are_refused_with_both_named_and_nothing_changes()
    {
        new HuberModel(seed: 1).Save(path);
        AssertRefused(new Subject<float>(new CrossEntropyModel(seed: 2)), "(3, 5)");
        AssertRefused(new Subject<float>(new CrossEntropyModel(seed: 2)), "(4, 5)");
    }

    [Fact]
    public void The_weights_of_another_precision_are_refused_and_nothing_changes()
    {
        new MlpModel64(seed: 1).Save(path);
        AssertRefused(new Subject<float>(new MlpModel(seed: 2)), "F64");
    }

    [Fact]
    public void A_truncated_file_is_refused_and_nothing_changes() => Gen.Double[0, 0.999].Sample(
        share =>
        {
            new MlpModel(seed: 1).Save(path);
            byte[] whole = File.ReadAllBytes(path);
            File.WriteAllBytes(path, whole[..(int)(whole.Length * share)]);
            AssertRefused(new Subject<float>(new MlpModel(seed: 2)), string.Empty);
        },
        iter: 30, threads: 1);

    [Fact]
    public void A_file_of_something_else_is_refused_and_nothing_changes()
    {
        File.WriteAllText(path, "PK\u0003\u0004 this is no weight file, however long it may be", Encoding.Latin1);
        AssertRefused(new Subject<float>(new MlpModel(seed: 2)), string.Empty);
    }

    public void Dispose() => File.Delete(path);

    private void AssertRefused(Subject<float> subject, string named)
    {
        float[] before = subject.Parameters.ToArray();
        WeightFileException refusal = Assert.Throws<WeightFileException>(() => subject.Model.Load(path));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, subject.Parameters.ToArray());
    }
}
