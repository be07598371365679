using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>
/// An attention over one array: the rows of queries and, side by side with them or after them, those of keys and values, with a gap after each row. What does not
/// count is NaN, so that reading it shows.
/// </summary>
internal sealed record AttentionCase(
    int Batch, int Queries, int Keys, int Heads, int KeyHeads, int Size, bool IsCausal = false, bool IsSelf = false, bool HasLinearBias = false, double Dropout = 0, int[]? Lengths = null, int Seed = 1)
{
    /// <summary>What stands in gaps, and must stay there.</summary>
    internal const double Guard = -99;

    private const int Gap = 3;

    internal static RandomKey Key => new(7, 11);

    internal AttentionShape Shape => new(Queries, Keys, Heads, KeyHeads, Size, IsCausal, IsSelf, HasLinearBias, Dropout);

    internal int Width => Heads * Size;

    internal int QueryStride => Width + (IsSelf ? 2 * KeyHeads * Size : 0) + Gap;

    internal int KeyStride => IsSelf ? QueryStride : (2 * KeyHeads * Size) + Gap;

    internal int FirstKey => IsSelf ? Width : Batch * Queries * QueryStride;

    internal int Length => (Batch * Queries * QueryStride) + (IsSelf ? 0 : Batch * Keys * KeyStride);

    internal int OutputLength => Batch * Queries * Width;

    internal int KeyCount(int example) => Lengths?[example] ?? Keys;

    internal int QueryCount(int example) => IsSelf ? KeyCount(example) : Queries;

    internal int Query(int example, int row, int head) => (((example * Queries) + row) * QueryStride) + (head * Size);

    internal int KeyAt(int example, int row, int keyHead) => FirstKey + (((example * Keys) + row) * KeyStride) + (keyHead * Size);

    internal int ValueAt(int example, int row, int keyHead) => KeyAt(example, row, keyHead) + (KeyHeads * Size);

    internal int Output(int example, int row, int head) => (((example * Queries) + row) * Width) + (head * Size);

    internal AttentionRows<T> Rows<T>(Address<T> start)
        where T : unmanaged => new(start, QueryStride, start + FirstKey, start + FirstKey + (KeyHeads * Size), KeyStride);

    /// <summary>The operands, rounded to single precision so that both element types start from the same.</summary>
    internal double[] Operands()
    {
        Random random = new(Seed);
        double[] operands = [.. Enumerable.Repeat(double.NaN, Length)];
        for (int example = 0; example < Batch; example++)
        {
            for (int head = 0; head < Heads * QueryCount(example); head++)
            {
                Fill(operands, Query(example, head / Heads, head % Heads), random);
            }

            for (int head = 0; head < KeyHeads * KeyCount(example); head++)
            {
                Fill(operands, KeyAt(example, head / KeyHeads, head % KeyHeads), random);
                Fill(operands, ValueAt(example, head / KeyHeads, head % KeyHeads), random);
            }
        }

        return operands;
    }

    internal double[] OutputGradient()
    {
        Random random = new(Seed + 1);
        double[] gradient = [.. Enumerable.Repeat(double.NaN, OutputLength)];
        for (int example = 0; example < Batch; example++)
        {
            for (int head = 0; head < Heads * QueryCount(example); head++)
            {
                Fill(gradient, Output(example, head / Heads, head % Heads), random);
            }
        }

        return gradient;
    }

    private void Fill(double[] values, int start, Random random)
    {
        foreach (ref double value in values.AsSpan(start, Size))
        {
            value = (float)((random.NextDouble() * 3) - 1.5);
        }
    }
}

/// <summary>What the kernels give for a case, with guards in the gaps and after the last element.</summary>
internal sealed record AttentionResults(double[] Output, double[] Normalizers, double[] Gradient)
{
    internal static AttentionResults Run<T>(AttentionCase attention)
        where T : unmanaged => Run<T>(attention, attention.Operands());

    internal static AttentionResults Run<T>(AttentionCase attention, double[] operands)
        where T : unmanaged
    {
        using PinnedBuffer<T> source = Of<T>(operands), outputGradient = Of<T>(attention.OutputGradient());
        using PinnedBuffer<T> lengths = Of<T>([.. (attention.Lengths ?? []).Select(length => (double)length)]);
        using PinnedBuffer<T> output = Guarded<T>(attention.OutputLength), gradient = Guarded<T>(attention.Length);
        using PinnedBuffer<T> normalizers = Guarded<T>(attention.Batch * attention.Heads * attention.Queries);
        Address<T> counts = attention.Lengths is null ? default : lengths.Address;
        AttentionRows<T> rows = attention.Rows(source.Address);
        Attention.Forward(rows, output.Address, normalizers.Address, counts, attention.Batch, attention.Shape, AttentionCase.Key);
        Attention.Gradient(
            rows, normalizers.Address, counts, outputGradient.Address, attention.Rows(gradient.Address), attention.Batch, attention.Shape, AttentionCase.Key);
        return new AttentionResults(Inside(output), Inside(normalizers), Inside(gradient));
    }

    internal static PinnedBuffer<T> Of<T>(double[] values)
        where T : unmanaged => new(values.Select(VectorFunctions.From<T>).ToArray());

    internal static PinnedBuffer<T> Guarded<T>(int length)
        where T : unmanaged => Of<T>([.. Enumerable.Repeat(AttentionCase.Guard, length + 1)]);

    internal static double[] Inside<T>(PinnedBuffer<T> buffer)
        where T : unmanaged
    {
        double[] values = [.. buffer.Span.ToArray().Select(VectorFunctions.To)];
        Assert.Equal(AttentionCase.Guard, values[^1]);
        return values[..^1];
    }
}
