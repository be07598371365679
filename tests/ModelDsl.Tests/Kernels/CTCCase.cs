using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>Random probabilities, labels and lengths of a batch, and what the kernel makes of them.</summary>
internal sealed class CTCCase<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int steps;
    private readonly int classes;
    private readonly int size;
    private readonly int blank;

    internal CTCCase(int batch, int steps, int classes, int size, int blank, bool hasLengths, int seed)
    {
        (Batch, this.steps, this.classes, this.size, this.blank) = (batch, steps, classes, size, blank);
        Random random = new(seed);
        Logarithms = new T[batch * steps * classes];
        for (int row = 0; row < Logarithms.Length; row += classes)
        {
            double[] scores = [.. Enumerable.Range(0, classes).Select(_ => 3 * random.NextDouble())];
            double sum = Math.Log(scores.Sum(Math.Exp));
            for (int i = 0; i < classes; i++)
            {
                Logarithms[row + i] = T.CreateChecked(scores[i] - sum);
            }
        }

        Labels = [.. Enumerable.Range(0, batch).SelectMany(example => Draw(example % (size + 1), random))];
        Lengths = hasLengths ? [.. Enumerable.Range(0, batch).Select(_ => T.CreateChecked(random.Next(1, steps + 1)))] : null;
    }

    internal int Batch { get; }

    internal T[] Logarithms { get; }

    internal int[] Labels { get; }

    internal T[]? Lengths { get; }

    /// <summary>The logarithms of an example's steps that count, and its labels.</summary>
    internal (double[][] Steps, int[] Labels) Example(int index)
    {
        int count = Lengths is null ? steps : int.CreateChecked(Lengths[index]);
        double[] logarithms = [.. Logarithms.Skip(index * steps * classes).Take(count * classes).Select(double.CreateChecked)];
        return ([.. logarithms.Chunk(classes)], [.. Labels.Skip(index * size).Take(size).TakeWhile(label => label >= 0)]);
    }

    /// <summary>The kernel's losses and gradients; without gradients where they are not wanted.</summary>
    internal (T[] Losses, T[] Gradients) Run(bool hasGradient = true)
    {
        using PinnedBuffer<T> logarithms = new(Logarithms), losses = new(Batch), gradients = new(Logarithms.Length), lengths = new(Lengths ?? []);
        using PinnedBuffer<int> labels = new(Labels);
        losses.Span.Fill(T.NaN);
        gradients.Span.Fill(T.NaN);
        CTC.Loss(
            logarithms.Address, labels.Address, Lengths is null ? default : lengths.Address, losses.Address, hasGradient ? gradients.Address : default, Batch, new CTCShape(steps, classes, size, blank));
        return (losses.Span.ToArray(), gradients.Span.ToArray());
    }

    private int[] Draw(int length, Random random)
    {
        int[] labels = [.. Enumerable.Repeat(Dataset.Ignored, size)];
        for (int i = 0; i < length; i++)
        {
            int label = random.Next(classes - 1);
            labels[i] = label < blank ? label : label + 1;
        }

        return labels;
    }
}
