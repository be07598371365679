using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The operands of a recurrence's gradient.</summary>
internal struct RecurrenceGradientOperands<T>
    where T : unmanaged
{
    internal Address<T> OutputGradient;
    internal Address<T> Output;
    internal Address<T> Kept;
    internal Address<T> Weight;
    internal Address<T> Lengths;
    internal Address<T> GateGradient;
    internal Address<T> RecurrentGradient;
    internal nint Batch;
    internal nint Parts;
    internal RecurrenceShape Shape;
}

/// <summary>
/// The gradient of a recurrence, back through time: at each step the gradient of the gates follows from that of the state, and the gradient of the
/// state before is its product with the transposed weights, gate by gate, so that a gate's rows stay in the first level of the cache.
/// </summary>
internal readonly unsafe struct RecurrenceGradient<T, V, TCell> : IJob
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TCell : struct, IRecurrentCell<T, V>
{
    private readonly RecurrenceGradientOperands<T> operands;
    private readonly RecurrencePanels<T, V> panels;
    private readonly nint units;
    private readonly nint padded;
    private readonly nint gates;
    private readonly nint kept;
    private readonly int steps;
    private readonly nint gradientStep;
    private readonly nint sumStep;

    private RecurrenceGradient(in RecurrenceGradientOperands<T> operands, in RecurrencePanels<T, V> panels)
    {
        (this.operands, this.panels) = (operands, panels);
        (units, steps) = (operands.Shape.Units, operands.Shape.Steps);
        padded = RecurrencePanels<T, V>.Padded(units);
        (gates, kept) = (units * TCell.Gates, units * operands.Shape.Kept);
        (gradientStep, sumStep) = (RecurrencePartition.Apart<T>(padded), RecurrencePartition.Apart<T>(TCell.Gates * padded));
    }

    /// <summary>Runs all parts.</summary>
    internal static void Run(in RecurrenceGradientOperands<T> operands)
    {
        nint units = operands.Shape.Units;
        RecurrencePanels<T, V> panels = operands.Shape.Steps > 1
            ? RecurrencePanels<T, V>.Pack(operands.Weight.Pointer, TCell.Gates, units, transposed: true)
            : default;
        RecurrenceGradient<T, V, TCell> job = new(in operands, in panels);
        Partition.RunTiles(in job, operands.Batch * operands.Shape.Steps * units * units * TCell.Gates, operands.Parts);
    }

    public void Run(int part)
    {
        nint from = RecurrencePartition.From(part, operands.Batch, operands.Parts), to = RecurrencePartition.From(part + 1, operands.Batch, operands.Parts);
        RecurrenceRows rows = RecurrenceRows.Of(operands.Lengths, from, to, steps);
        nint length = rows.Count * ((2 * gradientStep) + sumStep);
        T* state = Scratch.Rent<T>(Scratch.RecurrenceStates, length), sums = state + (2 * rows.Count * gradientStep);
        new Span<T>(state, checked((int)length)).Clear();
        Clear(in rows, operands.GateGradient);
        Clear(in rows, operands.RecurrentGradient);
        for (nint step = rows.Longest - 1; step >= 0; step--)
        {
            nint active = rows.Active(step);
            Elements(in rows, state, sums, step, active);
            if (step > 0)
            {
                Multiply(in rows, state, sums, step, active);
            }
        }
    }

    /// <summary>The gradient of the state before a step from that of its sums, and meanwhile the step before is fetched.</summary>
    private void Multiply(in RecurrenceRows rows, T* state, T* sums, nint step, nint active)
    {
        nint count = panels.Count(TCell.Gates), fetched = 0;
        for (nint panel = 0; panel < count; panel++)
        {
            for (; fetched < (panel + 1) * active / count; fetched++)
            {
                Fetch((rows.Example(fetched) * steps) + step - 1);
            }

            (nint gate, nint unit) = panels.Place(panel, TCell.Gates);
            panels.Multiply(sums + (gate * padded), sumStep, active, gate, unit, state + unit, gradientStep, add: gate > 0 || TCell.Bypasses);
        }
    }

    private void Fetch(nint place)
    {
        CacheAhead.Fetch(operands.OutputGradient + (place * units), units);
        CacheAhead.Fetch(operands.Kept + (place * kept), kept);
        CacheAhead.Fetch(operands.GateGradient + (place * gates), gates);
        CacheAhead.Fetch(operands.RecurrentGradient + (place * gates), TCell.Bypasses ? gates : 0);
    }

    /// <summary>The element-wise work of a step.</summary>
    [MethodImpl(Simd.Loop)]
    private void Elements(in RecurrenceRows rows, T* state, T* sums, nint step, nint active)
    {
        RecurrenceGradientPlace<T> at = new() { Units = units, SumStep = padded };
        for (nint row = 0; row < active; row++)
        {
            nint place = (rows.Example(row) * steps) + step;
            at.OutputGradient = operands.OutputGradient + (place * units);
            at.Output = operands.Output + (place * units);
            at.PreviousOutput = step > 0 ? at.Output + -units : default;
            at.Kept = operands.Kept + (place * kept);
            at.PreviousKept = step > 0 ? at.Kept + -kept : default;
            at.GateGradient = operands.GateGradient + (place * gates);
            at.RecurrentGradient = operands.RecurrentGradient + (place * gates);
            at.Sums = new Address<T>(sums + (row * sumStep));
            at.State = new Address<T>(state + (row * gradientStep));
            at.Memory = at.State + (rows.Count * gradientStep);
            TCell.Gradient<WholeVectors>(in at);
            if (units % V.Count > 0)
            {
                TCell.Gradient<LastUnits>(in at);
            }
        }
    }

    /// <summary>Sets the gradients of the steps that an example does not have to zero.</summary>
    private void Clear(in RecurrenceRows rows, Address<T> gradient)
    {
        for (nint row = 0; row < rows.Count && gradient.Pointer is not null; row++)
        {
            nint done = rows.Steps(row);
            new Span<T>(gradient.Pointer + (((rows.Example(row) * steps) + done) * gates), checked((int)((steps - done) * gates))).Clear();
        }
    }
}
