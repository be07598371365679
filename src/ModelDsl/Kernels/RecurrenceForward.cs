using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The operands of a recurrence.</summary>
internal struct RecurrenceOperands<T>
    where T : unmanaged
{
    internal Address<T> Gates;
    internal Weights<T> Weight;
    internal Address<T> Bias;
    internal Address<T> Lengths;
    internal Address<T> State;
    internal Address<T> Output;
    internal Address<T> Kept;
    internal nint Batch;
    internal nint Parts;
    internal RecurrenceShape Shape;
}

/// <summary>A recurrence whose weights are ready for its parts: each goes through all steps.</summary>
internal readonly unsafe struct RecurrenceForward<T, V, TCell> : IJob
    where T : unmanaged
    where V : struct, ISimd<V, T>
    where TCell : struct, IRecurrentCell<T, V>
{
    private readonly RecurrenceOperands<T> operands;
    private readonly RecurrencePanels<T, V> panels;
    private readonly RecurrenceRow<T, V> single;
    private readonly nint units;
    private readonly nint padded;
    private readonly nint kept;
    private readonly int steps;

    private RecurrenceForward(in RecurrenceOperands<T> operands)
    {
        this.operands = operands;
        (units, steps) = (operands.Shape.Units, operands.Shape.Steps);
        padded = RecurrencePanels<T, V>.Padded(units);
        kept = operands.Kept.Pointer is null ? 0 : units * operands.Shape.Kept;
        if (operands.Batch == 1)
        {
            single = RecurrenceRow<T, V>.Of(operands.Weight.Data, units, units * TCell.Gates, steps);
        }
        else
        {
            nint tiles = steps * Partition.Count(operands.Batch, Tiles<T, V>.MaxRows);
            panels = RecurrencePanels<T, V>.Of(operands.Weight, TCell.Gates, units, tiles);
        }
    }

    private bool IsSingle => operands.Batch == 1;

    /// <summary>Runs all parts.</summary>
    internal static void Run(in RecurrenceOperands<T> operands)
    {
        nint units = operands.Shape.Units;
        RecurrenceForward<T, V, TCell> job = new(in operands);
        Partition.RunTiles(in job, operands.Batch * operands.Shape.Steps * units * units * TCell.Gates, operands.Parts);
    }

    public void Run(int part)
    {
        nint from = RecurrencePartition.From(part, operands.Batch, operands.Parts), to = RecurrencePartition.From(part + 1, operands.Batch, operands.Parts);
        RecurrenceRows rows = RecurrenceRows.Of(operands.Lengths, from, to, steps);
        RecurrenceMemory<T> memory = RecurrenceMemory<T>.Rent(rows.Count, padded, TCell.Gates);
        Begin(in rows, in memory);
        for (nint step = 0; step < rows.Longest; step++)
        {
            nint active = rows.Active(step);
            if (step > 0 || operands.State.Pointer is not null)
            {
                Multiply(in rows, in memory, step, active);
            }

            Elements(in rows, in memory, step, active);
        }

        End(in rows, in memory);
    }

    /// <summary>The recurrent sums of the first <paramref name="active"/> rows.</summary>
    private void Multiply(in RecurrenceRows rows, in RecurrenceMemory<T> memory, nint step, nint active)
    {
        if (IsSingle)
        {
            single.Multiply(memory.Hidden, memory.Sums);
            return;
        }

        nint count = panels.Count(TCell.Gates), fetched = 0;
        for (nint panel = 0; panel < count; panel++)
        {
            for (; fetched < (panel + 1) * active / count; fetched++)
            {
                Fetch((rows.Example(fetched) * steps) + step);
            }

            (nint gate, nint unit) = panels.Place(panel, TCell.Gates);
            panels.Multiply(memory.Hidden, memory.HiddenStep, active, gate, unit, memory.Sums + (gate * padded) + unit, memory.SumStep, add: false);
        }
    }

    /// <summary>Fetches what the element-wise work of an example's step will read and write.</summary>
    private void Fetch(nint place)
    {
        CacheAhead.Fetch(operands.Gates + (place * units * TCell.Gates), units * TCell.Gates);
        CacheAhead.Fetch(operands.Output + (place * units), units);
        CacheAhead.Fetch(operands.Kept + (place * kept), kept);
    }

    /// <summary>The element-wise work of a step.</summary>
    [MethodImpl(Simd.Loop)]
    private void Elements(in RecurrenceRows rows, in RecurrenceMemory<T> memory, nint step, nint active)
    {
        RecurrencePlace<T> at = new()
        {
            Units = units, SumStep = IsSingle ? units : padded, Bias = new Address<T>(memory.Bias), BiasStep = padded, Keeps = kept > 0,
        };
        for (nint row = 0; row < active; row++)
        {
            nint place = (rows.Example(row) * steps) + step;
            at.Gates = operands.Gates + (place * units * TCell.Gates);
            at.Output = operands.Output + (place * units);
            at.Kept = operands.Kept + (place * kept);
            at.Sums = new Address<T>(memory.Sums + (row * memory.SumStep));
            at.Hidden = new Address<T>(memory.Hidden + (row * memory.HiddenStep));
            at.Memory = new Address<T>(memory.Memory + (row * memory.HiddenStep));
            TCell.Forward<WholeVectors>(in at);
            if (units % V.Count > 0)
            {
                TCell.Forward<LastUnits>(in at);
            }
        }
    }

    /// <summary>Sets the states and the bias, and the outputs of steps that an example does not have.</summary>
    private void Begin(in RecurrenceRows rows, in RecurrenceMemory<T> memory)
    {
        memory.Clear();
        for (nint gate = 0; gate < TCell.Gates && operands.Bias.Pointer is not null; gate++)
        {
            Copy(operands.Bias.Pointer + (gate * units), memory.Bias + (gate * padded));
        }

        for (nint row = 0; row < rows.Count; row++)
        {
            nint example = rows.Example(row), done = rows.Steps(row);
            new Span<T>(operands.Output.Pointer + (((example * steps) + done) * units), checked((int)((steps - done) * units))).Clear();
            if (operands.State.Pointer is not null)
            {
                T* state = operands.State.Pointer + (example * units * operands.Shape.States);
                Copy(state, memory.Hidden + (row * memory.HiddenStep));
                if (operands.Shape.States > 1)
                {
                    Copy(state + units, memory.Memory + (row * memory.HiddenStep));
                }
            }
        }
    }

    /// <summary>Hands the last states back.</summary>
    private void End(in RecurrenceRows rows, in RecurrenceMemory<T> memory)
    {
        for (nint row = 0; row < rows.Count && operands.State.Pointer is not null; row++)
        {
            T* state = operands.State.Pointer + (rows.Example(row) * units * operands.Shape.States);
            Copy(memory.Hidden + (row * memory.HiddenStep), state);
            if (operands.Shape.States > 1)
            {
                Copy(memory.Memory + (row * memory.HiddenStep), state + units);
            }
        }
    }

    private void Copy(T* source, T* destination) => new ReadOnlySpan<T>(source, (int)units).CopyTo(new Span<T>(destination, (int)units));
}
