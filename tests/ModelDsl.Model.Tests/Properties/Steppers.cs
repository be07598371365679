using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>A sequence that is gone through step by step is predicted as the whole sequence is.</summary>
public sealed class Steppers
{
    /// <summary>All models that can be gone through step by step.</summary>
    public static TheoryData<string> Names => [.. StepwiseNames];

    private static IEnumerable<string> StepwiseNames => Catalog.Names.Concat(Catalog.GeneratorNames).Where(name => Catalog.Double(name).Definition.Step is not null);

    [Theory, MemberData(nameof(Names))]
    public void Each_step_predicts_what_the_whole_sequence_predicts_there(string name)
    {
        Check(new Subject<float>(Catalog.Single(name, seed: 3)), 1e-5, name);
        Check(new Subject<double>(Catalog.Double(name, seed: 3)), 1e-12, name);
    }

    [Theory]
    [InlineData(nameof(GptModel))]
    [InlineData(nameof(CausalAttentionModel))]
    [InlineData(nameof(GroupedAttentionModel))]
    [InlineData(nameof(RotaryAttentionModel))]
    [InlineData(nameof(StackedLSTMModel))]
    [InlineData(nameof(GRUModel))]
    [InlineData(nameof(TiedGenerator))]
    [InlineData(nameof(RecurrentGenerator))]
    public void Models_that_look_at_nothing_behind_a_position_have_steps(string name) => Assert.Contains(name, StepwiseNames);

    [Theory]
    [InlineData(nameof(AttentionModel))]
    [InlineData(nameof(BiasedAttentionModel))]
    [InlineData(nameof(BidirectionalModel))]
    [InlineData(nameof(TimeReverseModel))]
    [InlineData(nameof(LengthRNNModel))]
    [InlineData(nameof(TokenTowerModel))]
    public void Models_that_look_ahead_have_none(string name)
    {
        Assert.Null(Catalog.Double(name).Definition.Step);
        Assert.Null(Catalog.Single(name).GetType().GetMethod("CreateStepper"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Sequences_that_are_gone_through_together_are_predicted_as_each_alone(string name)
    {
        const int count = 5;
        Subject<double> subject = new(Catalog.Double(name, seed: 3));
        subject.Scatter(seed: 5);
        Examples<double> all = Examples<double>.Draw(subject.Definition, count, seed: 9);
        double[] together = Steps(subject.Model, all);
        double[] alone = [.. Enumerable.Range(0, count).SelectMany(i => Steps(subject.Model, all.Slice(i, 1)))];
        Closeness.AssertClose<double, double>(alone, together, 1e-13, name);
    }

    [Fact]
    public void A_model_without_attention_or_positions_goes_on_as_one_that_was_declared_longer()
    {
        Subject<double> model = new(new RecurrentGenerator64(seed: 1)), longer = new(new LongRecurrentGenerator64(seed: 1));
        model.Scatter(seed: 2);
        model.Parameters.CopyTo(longer.Parameters);
        Examples<double> examples = Examples<double>.Draw(longer.Definition, 2, seed: 3);
        SequenceStepper<double> stepper = ((RecurrentGenerator64)model.Model).CreateStepper(2);
        Assert.Null(stepper.Length);
        Closeness.AssertClose<double, double>(longer.Predict(examples), Steps(stepper, examples, steps: 24, columns: 11), 1e-12, "24 steps of 8");
        Assert.Equal(24, stepper.Position);
    }

    [Fact]
    public void A_model_with_positions_ends_where_they_do_and_begins_anew_after_a_reset()
    {
        TiedGenerator model = new(seed: 1);
        SequenceStepper<float> stepper = model.CreateStepper();
        float[] first = new float[11], second = new float[11], outputs = new float[11];
        stepper.Step([4], first);
        for (int i = 1; i < 8; i++)
        {
            stepper.Step([i], outputs);
        }

        Assert.Equal((8, 8), (stepper.Length, stepper.Position));
        Assert.Contains("8 steps", Assert.Throws<InvalidOperationException>(() => stepper.Step([1], outputs)).Message, StringComparison.Ordinal);
        stepper.Reset();
        Assert.Equal(0, stepper.Position);
        stepper.Step([4], second);
        Assert.Equal(first, second);
    }

    [Fact]
    public void What_does_not_fit_a_step_is_refused_and_takes_none()
    {
        SequenceStepper<float> stepper = new TiedGenerator(seed: 1).CreateStepper(2);
        float[] outputs = new float[22];
        Refused("tokens holds 3 ids, but 2 examples have 2.", () => stepper.Step([1, 2, 3], outputs));
        Refused("features holds 1 values, but 2 examples have 2.", () => stepper.Step([1f], outputs));
        Refused("outputs holds 11 values, but 2 examples have 22.", () => stepper.Step([1, 2], new float[11]));
        Refused("position 0 of example 1 is 11, but the vocabulary has the ids 0 to 10.", () => stepper.Step([1, 11], outputs));
        Refused("position 0 of example 0 is -1, but the vocabulary has the ids 0 to 10.", () => stepper.Step([-1, 1], outputs));
        Refused("position 0 of example 1 is 2.5, but the vocabulary has the ids 0 to 10.", () => stepper.Step([1f, 2.5f], outputs));
        Assert.Equal(0, stepper.Position);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TiedGenerator(seed: 1).CreateStepper(0));

        static void Refused(string message, Action step) => Assert.Contains(message, Assert.Throws<ArgumentException>(step).Message, StringComparison.Ordinal);
    }

    private static void Check<T>(Subject<T> subject, double tolerance, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int count = 3;
        subject.Scatter(seed: 5);
        Examples<T> examples = Examples<T>.Draw(subject.Definition, count, seed: 7);
        T[] expected = subject.Predict(examples), steps = Steps(subject.Model, examples);
        int columns = subject.Definition.OutputShape[^1], rows = subject.Definition.InputShape[0];

        // A model of the last step alone predicts there what it predicts of the whole.
        T[] actual = expected.Length == steps.Length ? steps : [.. Enumerable.Range(1, count).SelectMany(i => steps[(((i * rows) - 1) * columns)..(i * rows * columns)])];
        Closeness.AssertClose<T, T>(expected, actual, tolerance, $"{name} in {typeof(T).Name}");
    }

    private static T[] Steps<T>(Model<T> model, Examples<T> examples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Steps(new SequenceStepper<T>(model, examples.Count), examples, model.Definition.InputShape[0], model.Definition.OutputShape[^1]);

    /// <summary>The predictions of all steps, one sequence after the other.</summary>
    private static T[] Steps<T>(SequenceStepper<T> stepper, Examples<T> examples, int steps, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int features = examples.Inputs.Length / examples.Count / steps;
        List<T>[] predicted = [.. Enumerable.Range(0, examples.Count).Select(_ => new List<T>())];
        T[] outputs = new T[examples.Count * columns];
        for (int step = 0; step < steps; step++)
        {
            stepper.Step([.. Enumerable.Range(0, examples.Count).SelectMany(i => examples.Inputs.AsSpan(((i * steps) + step) * features, features).ToArray())], outputs);
            for (int i = 0; i < examples.Count; i++)
            {
                predicted[i].AddRange(outputs.AsSpan(i * columns, columns));
            }
        }

        return [.. predicted.SelectMany(values => values)];
    }
}
