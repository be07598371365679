using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>The plain loops: every weight of every pair of positions, and the derivative of softmax as it stands in textbooks.</summary>
internal sealed class AttentionReference
{
    private readonly AttentionCase attention;
    private readonly double[] operands;
    private readonly double[] outputGradient;

    internal AttentionReference(AttentionCase attention, double[] operands)
    {
        (this.attention, this.operands, outputGradient) = (attention, operands, attention.OutputGradient());
        Output = new double[attention.OutputLength];
        Normalizers = new double[attention.Batch * attention.Heads * attention.Queries];
        Gradient = [.. Enumerable.Repeat(AttentionCase.Guard, attention.Length)];
        for (int example = 0; example < attention.Batch; example++)
        {
            Clear(example);
            for (int row = 0; row < attention.QueryCount(example) * attention.Heads; row++)
            {
                Row(example, row % attention.Heads, row / attention.Heads);
            }
        }
    }

    internal double[] Output { get; }

    internal double[] Normalizers { get; }

    internal double[] Gradient { get; }

    private void Clear(int example)
    {
        for (int row = 0; row < attention.Queries; row++)
        {
            Gradient.AsSpan(attention.Query(example, row, 0), attention.Width).Clear();
        }

        for (int row = 0; row < attention.Keys; row++)
        {
            Gradient.AsSpan(attention.KeyAt(example, row, 0), 2 * attention.KeyHeads * attention.Size).Clear();
        }
    }

    private void Row(int example, int head, int t)
    {
        int keyHead = head / (attention.Heads / attention.KeyHeads), row = (((example * attention.Heads) + head) * attention.Queries) + t;
        int seen = attention.IsCausal ? Math.Min(t + 1, attention.KeyCount(example)) : attention.KeyCount(example);
        int query = attention.Query(example, t, head), output = attention.Output(example, t, head);
        int[] keys = [.. Enumerable.Range(0, seen).Select(s => attention.KeyAt(example, s, keyHead))];
        int[] values = [.. Enumerable.Range(0, seen).Select(s => attention.ValueAt(example, s, keyHead))];
        double slope = attention.HasLinearBias ? Math.Pow(2, -8.0 * (head + 1) / attention.Heads) : 0, scale = 1 / Math.Sqrt(attention.Size);
        double[] scores = [.. keys.Select((key, s) => (Dot(operands, query, operands, key) * scale) - (slope * Math.Abs(t - s)))];
        double max = scores.Max(), sum = scores.Sum(score => Math.Exp(score - max));
        double[] weights = [.. scores.Select(score => Math.Exp(score - max) / sum)];
        double[] kept = [.. weights.Select((_, s) => Kept(((nint)row * attention.Keys) + s))];
        Normalizers[row] = max + Math.Log(sum);
        for (int s = 0; s < seen; s++)
        {
            Add(Output, output, weights[s] * kept[s], operands, values[s]);
            Add(Gradient, values[s], weights[s] * kept[s], outputGradient, output);
        }

        double[] gradients = [.. values.Select((value, s) => kept[s] * Dot(outputGradient, output, operands, value))];
        double mean = weights.Zip(gradients, (weight, gradient) => weight * gradient).Sum();
        for (int s = 0; s < seen; s++)
        {
            double gradient = scale * weights[s] * (gradients[s] - mean);
            Add(Gradient, query, gradient, operands, keys[s]);
            Add(Gradient, keys[s], gradient, operands, query);
        }
    }

    private double Kept(nint counter) => attention.Dropout == 0 ? 1
        : Scalar<double>.Uniform(AttentionCase.Key, counter).Lane < attention.Dropout ? 0 : 1 / (1 - attention.Dropout);

    private double Dot(double[] left, int i, double[] right, int j)
    {
        double sum = 0;
        for (int n = 0; n < attention.Size; n++)
        {
            sum += left[i + n] * right[j + n];
        }

        return sum;
    }

    private void Add(double[] target, int i, double factor, double[] source, int j)
    {
        for (int n = 0; n < attention.Size; n++)
        {
            target[i + n] += factor * source[j + n];
        }
    }
}
