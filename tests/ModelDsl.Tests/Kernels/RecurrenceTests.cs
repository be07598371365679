using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class RecurrenceTests
{
    public static TheoryData<RecurrenceKind> Kinds => [RecurrenceKind.RNN, RecurrenceKind.ReLURNN, RecurrenceKind.LSTM, RecurrenceKind.GRU];

    /// <summary>Batches of one example, of one tile and of several parts; units that fill vectors, that do not, and that are fewer than a vector has lanes.</summary>
    private static IEnumerable<(int Batch, int Steps, int Units)> Sizes =>
    [
        (1, 1, 1), (1, 3, 5), (1, 4, 16), (1, 3, 100), (2, 3, 5), (3, 1, 32), (3, 2, 48), (5, 9, 17), (13, 9, 16), (14, 3, 40), (26, 5, 33), (30, 2, 1), (0, 3, 4), (3, 0, 4),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Outputs_and_last_states_equal_the_plain_loop(RecurrenceKind kind)
    {
        foreach ((int batch, int steps, int units) in Sizes)
        {
            foreach ((bool hasBias, bool hasLengths, bool hasState) in new[] { (false, false, false), (true, false, true), (false, true, true), (true, true, false) })
            {
                CheckForward(new RecurrenceCase<double>(kind, batch, steps, units, hasBias, hasLengths), hasState, 1e-12);
                CheckForward(new RecurrenceCase<float>(kind, batch, steps, units, hasBias, hasLengths), hasState, 1e-5);
            }
        }
    }

    /// <summary>Nine steps of weights that fill vectors are computed with a packed copy of them, one step with the weights in place.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Steps_one_by_one_with_the_state_carried_over_give_the_same_bits_as_all_at_once(RecurrenceKind kind)
    {
        const int steps = 9;
        foreach ((int batch, int units) in new[] { (1, 5), (1, 128), (7, 5), (7, 32), (7, 35) })
        {
            RecurrenceCase<float> whole = new(kind, batch, steps, units);
            float[] states = new float[batch * units * whole.Shape.States], carried = new float[states.Length];
            float[] expected = whole.Forward(states).Output, unstated = whole.Forward().Output;
            Assert.Equal(expected, unstated);
            for (int step = 0; step < steps; step++)
            {
                float[] output = whole.Part(.., step..(step + 1)).Forward(carried, keeps: false).Output;
                Assert.Equal(Enumerable.Range(0, batch).SelectMany(e => expected.Skip(((e * steps) + step) * units).Take(units)), output);
            }

            Assert.Equal(states, carried);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weights_packed_before_give_the_same_bits(RecurrenceKind kind)
    {
        foreach ((int batch, int steps, int units) in Sizes)
        {
            RecurrenceCase<float> single = new(kind, batch, steps, units);
            RecurrenceCase<double> twice = new(kind, batch, steps, units);
            Assert.Equal(single.Forward().Output, single.Forward(isPacked: true).Output);
            Assert.Equal(twice.Forward().Output, twice.Forward(isPacked: true).Output);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_example_has_the_same_bits_alone_and_among_others(RecurrenceKind kind)
    {
        foreach (int units in new[] { 5, 32, 50 })
        {
            RecurrenceCase<float> whole = new(kind, 15, 4, units, hasLengths: true);
            float[] output = whole.Forward().Output;
            (float[] gates, float[] sums) = whole.Gradient();
            for (int example = 0; example < whole.Batch; example++)
            {
                RecurrenceCase<float> alone = whole.Part(example..(example + 1), ..);
                int size = 4 * units, gateSize = size * whole.Shape.Gates;
                Assert.Equal(output[(example * size)..][..size], alone.Forward().Output);
                (float[] ownGates, float[] ownSums) = alone.Gradient();
                Assert.Equal(gates[(example * gateSize)..][..gateSize], ownGates);
                Assert.Equal(sums[(example * gateSize)..][..gateSize], ownSums);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Steps_beyond_the_length_of_an_example_are_zero_whatever_their_inputs(RecurrenceKind kind)
    {
        RecurrenceCase<float> whole = new(kind, 9, 5, 20, hasLengths: true, seed: 3);
        for (int i = 0; i < whole.Count * 20; i++)
        {
            if (i / 20 % 5 >= whole.Lengths![i / 100])
            {
                whole.OutputGradient[i] = float.NaN;
                whole.Gates.AsSpan(i * whole.Shape.Gates, whole.Shape.Gates).Fill(float.NaN);
            }
        }

        float[] output = whole.Forward().Output;
        (float[] gates, float[] sums) = whole.Gradient();
        Assert.Contains(whole.Lengths!, length => length < 5);
        Assert.All(output.Chunk(20), (values, place) => Assert.Equal(place % 5 >= whole.Lengths![place / 5], values.All(value => value == 0)));
        Assert.All(gates.Chunk(20 * whole.Shape.Gates), (values, place) => Assert.Equal(place % 5 >= whole.Lengths![place / 5], values.All(value => value == 0)));
        Assert.DoesNotContain(sums, float.IsNaN);
    }

    [Fact]
    public void Lengths_outside_the_range_count_as_none_and_as_all()
    {
        RecurrenceCase<double> recurrence = new(RecurrenceKind.GRU, 4, 3, 6, hasLengths: true);
        ((double[])[0, 3, 0, 3]).CopyTo(recurrence.Lengths!, 0);
        double[] expected = recurrence.Forward().Output;
        ((double[])[-1, 4, double.NegativeInfinity, 1e300]).CopyTo(recurrence.Lengths!, 0);
        Assert.Equal(expected, recurrence.Forward().Output);
    }

    [Fact]
    public void A_kind_that_does_not_exist_and_negative_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrenceShape((RecurrenceKind)4, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrenceShape(RecurrenceKind.GRU, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrenceShape(RecurrenceKind.GRU, 1, -1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_allocated_once_a_recurrence_has_run(RecurrenceKind kind)
    {
        RecurrenceShape shape = new(kind, 4, 37);
        int size = 20 * 4 * 37;
        using PinnedBuffer<float> gates = new(4 * size), weight = new(4 * 37 * 37), bias = new(4 * 37), lengths = new([.. Enumerable.Repeat(3f, 20)]), state = new(2 * size);
        using PinnedBuffer<float> output = new(size), kept = new(5 * size), gateGradient = new(4 * size), sumGradient = new(4 * size);
        Assert.Equal(0, Allocated.OnThisThread(3, () =>
        {
            for (int batch = 20; batch > 0; batch -= 19)
            {
                Recurrence.Forward(gates.Address, weight.Address, bias.Address, lengths.Address, state.Address, output.Address, kept.Address, batch, shape);
                Recurrence.Gradient(output.Address, output.Address, kept.Address, weight.Address, lengths.Address, gateGradient.Address, sumGradient.Address, batch, shape);
            }
        }));
    }

    private static void CheckForward<T>(RecurrenceCase<T> recurrence, bool hasState, double tolerance)
        where T : unmanaged
    {
        Random random = new(5);
        double[] states = [.. Enumerable.Range(0, recurrence.Batch * recurrence.Shape.Units * recurrence.Shape.States).Select(_ => hasState ? (float)random.NextDouble() : 0)];
        T[]? state = hasState ? [.. states.Select(VectorFunctions.From<T>)] : null;
        double[] expected = RecurrenceReference.Forward(recurrence, states);
        Close(expected, recurrence.Forward(state).Output, tolerance);
        if (state is not null)
        {
            Close(states, state, tolerance);
        }
    }

    private static void Close<T>(double[] expected, T[] actual, double tolerance)
        where T : unmanaged =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(VectorFunctions.To(pair.Second) - pair.First, -tolerance, tolerance));
}
