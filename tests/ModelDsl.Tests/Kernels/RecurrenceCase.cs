using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A recurrence with random operands, and what the kernels make of it. Results have an element beyond their end that must stay as it was.</summary>
internal sealed class RecurrenceCase<T>
    where T : unmanaged
{
    private const double Guard = -99;

    internal RecurrenceCase(RecurrenceKind kind, int batch, int steps, int units, bool hasBias = true, bool hasLengths = false, int seed = 1)
    {
        Random random = new(seed);
        (Shape, Batch) = (new RecurrenceShape(kind, steps, units), batch);
        double scale = 1 / Math.Sqrt(units);
        Gates = Values(random, batch * steps * units * Shape.Gates, 1.5);
        Weight = Values(random, units * units * Shape.Gates, scale);
        Bias = hasBias ? Values(random, units * Shape.Gates, scale) : null;
        Lengths = hasLengths ? [.. Enumerable.Range(0, batch).Select(_ => VectorFunctions.From<T>(random.Next(steps + 1)))] : null;
        OutputGradient = Values(random, batch * steps * units, 1);
    }

    private RecurrenceCase(RecurrenceShape shape, int batch, T[] gates, RecurrenceCase<T> whole, T[]? lengths, T[] outputGradient) =>
        (Shape, Batch, Gates, Weight, Bias, Lengths, OutputGradient) = (shape, batch, gates, whole.Weight, whole.Bias, lengths, outputGradient);

    internal RecurrenceShape Shape { get; }

    internal int Batch { get; }

    internal T[] Gates { get; }

    internal T[] Weight { get; }

    internal T[]? Bias { get; }

    internal T[]? Lengths { get; }

    internal T[] OutputGradient { get; }

    internal int Count => Batch * Shape.Steps;

    /// <summary>The outputs and what is kept for the gradient; the state is replaced by the last one.</summary>
    internal (T[] Output, T[] Kept) Forward(T[]? state = null, bool keeps = true, bool isPacked = false)
    {
        using PinnedBuffer<T> gates = new(Gates), weight = new(Weight), bias = new(Bias), lengths = new(Lengths), states = new(state);
        using PinnedBuffer<T> output = Guarded(Count * Shape.Units), kept = Guarded(Count * Shape.Units * Shape.Kept);
        using PackedRoom<T> room = new(Shape.Gates * Shape.Units, Shape.Units);
        Weights<T> weights = isPacked ? new Weights<T>(weight.Address, room.Address) : weight.Address;
        if (isPacked)
        {
            Recurrence.Pack(weights, Shape);
        }

        Recurrence.Forward(
            gates.Address, weights, Bias is null ? default : bias.Address, Lengths is null ? default : lengths.Address,
            state is null ? default : states.Address, output.Address, keeps ? kept.Address : default, Batch, Shape);
        states.Span.CopyTo(state);
        return (Inside(output), Inside(kept));
    }

    /// <summary>The gradients of the gates and of the recurrent sums.</summary>
    internal (T[] Gates, T[] Sums) Gradient()
    {
        (T[] forward, T[] forwardKept) = Forward();
        using PinnedBuffer<T> outputGradient = new(OutputGradient), weight = new(Weight), lengths = new(Lengths), output = new(forward), kept = new(forwardKept);
        using PinnedBuffer<T> gates = Guarded(Gates.Length), sums = Guarded(Gates.Length);
        bool differs = Shape.Kind == RecurrenceKind.GRU;
        Recurrence.Gradient(
            outputGradient.Address, output.Address, kept.Address, weight.Address, Lengths is null ? default : lengths.Address,
            gates.Address, differs ? sums.Address : default, Batch, Shape);
        T[] gateGradient = Inside(gates);
        return (gateGradient, differs ? Inside(sums) : gateGradient);
    }

    /// <summary>The case of some examples and some steps.</summary>
    internal RecurrenceCase<T> Part(Range examples, Range steps)
    {
        (int example, int count) = examples.GetOffsetAndLength(Batch);
        (int step, int length) = steps.GetOffsetAndLength(Shape.Steps);
        T[] Cut(T[] values, int width) =>
            [.. Enumerable.Range(example, count).SelectMany(e => values.Skip(((e * Shape.Steps) + step) * width).Take(length * width))];
        return new RecurrenceCase<T>(new(Shape.Kind, length, Shape.Units), count, Cut(Gates, Shape.Units * Shape.Gates), this, Lengths?[examples], Cut(OutputGradient, Shape.Units));
    }

    private static T[] Values(Random random, int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(_ => VectorFunctions.From<T>(scale * ((2 * random.NextDouble()) - 1)))];

    private static PinnedBuffer<T> Guarded(int length)
    {
        PinnedBuffer<T> buffer = new(length + 1);
        buffer.Span.Fill(VectorFunctions.From<T>(Guard));
        return buffer;
    }

    private static T[] Inside(PinnedBuffer<T> buffer)
    {
        Assert.Equal(VectorFunctions.From<T>(Guard), buffer.Span[^1]);
        return buffer.Span[..^1].ToArray();
    }
}
