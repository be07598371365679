using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>Recurrent layers as plain loops in double precision.</summary>
internal static class RecurrenceReference
{
    /// <summary>The outputs; the state (h and then c of each example) is replaced by the last one.</summary>
    internal static double[] Forward<T>(RecurrenceCase<T> recurrence, double[] state)
        where T : unmanaged
    {
        RecurrenceShape shape = recurrence.Shape;
        double[] output = new double[recurrence.Count * shape.Units];
        for (int example = 0; example < recurrence.Batch; example++)
        {
            int length = recurrence.Lengths is { } lengths ? (int)VectorFunctions.To(lengths[example]) : shape.Steps;
            Span<double> own = state.AsSpan(example * shape.Units * shape.States, shape.Units * shape.States);
            for (int step = 0; step < length; step++)
            {
                int place = (example * shape.Steps) + step;
                double[] sums = Sums(recurrence, own[..shape.Units]);
                double[] gates = [.. recurrence.Gates.Skip(place * sums.Length).Take(sums.Length).Select(VectorFunctions.To)];
                for (int unit = 0; unit < shape.Units; unit++)
                {
                    Step(shape, gates, sums, own, unit);
                }

                own[..shape.Units].CopyTo(output.AsSpan(place * shape.Units));
            }
        }

        return output;
    }

    private static double[] Sums<T>(RecurrenceCase<T> recurrence, ReadOnlySpan<double> hidden)
        where T : unmanaged
    {
        int columns = recurrence.Shape.Units * recurrence.Shape.Gates;
        double[] sums = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            sums[column] = recurrence.Bias is { } bias ? VectorFunctions.To(bias[column]) : 0;
            for (int unit = 0; unit < hidden.Length; unit++)
            {
                sums[column] += hidden[unit] * VectorFunctions.To(recurrence.Weight[(unit * columns) + column]);
            }
        }

        return sums;
    }

    private static void Step(RecurrenceShape shape, double[] gates, double[] sums, Span<double> state, int unit)
    {
        int units = shape.Units;
        double Sum(int gate) => gates[(gate * units) + unit] + sums[(gate * units) + unit];
        switch (shape.Kind)
        {
            case RecurrenceKind.RNN:
                state[unit] = Math.Tanh(Sum(0));
                break;
            case RecurrenceKind.ReLURNN:
                state[unit] = Math.Max(0, Sum(0));
                break;
            case RecurrenceKind.LSTM:
                state[units + unit] = (Sigmoid(Sum(1)) * state[units + unit]) + (Sigmoid(Sum(0)) * Math.Tanh(Sum(2)));
                state[unit] = Sigmoid(Sum(3)) * Math.Tanh(state[units + unit]);
                break;
            default:
                double update = Sigmoid(Sum(1));
                double candidate = Math.Tanh(gates[(2 * units) + unit] + (Sigmoid(Sum(0)) * sums[(2 * units) + unit]));
                state[unit] = ((1 - update) * candidate) + (update * state[unit]);
                break;
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
