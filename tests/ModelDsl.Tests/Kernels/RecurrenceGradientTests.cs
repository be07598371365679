using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class RecurrenceGradientTests
{
    private const double Step = 1e-5;

    /// <summary>Relative to the number, and to a hundredth of the weights of the loss where it is smaller.</summary>
    private const double Tolerance = 1e-7;

    public static TheoryData<RecurrenceKind, int, int, int, bool> Cases
    {
        get
        {
            TheoryData<RecurrenceKind, int, int, int, bool> cases = [];
            foreach (RecurrenceKind kind in Enum.GetValues<RecurrenceKind>())
            {
                cases.Add(kind, 1, 3, 5, false);
                cases.Add(kind, 3, 4, 5, true);
                cases.Add(kind, 2, 3, 8, false);
                cases.Add(kind, 14, 3, 11, true);
                cases.Add(kind, 2, 1, 18, false);
                cases.Add(kind, 7, 2, 18, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_of_gates_bias_and_weights_equal_central_differences(RecurrenceKind kind, int batch, int steps, int units, bool hasLengths)
    {
        RecurrenceCase<double> recurrence = new(kind, batch, steps, units, hasBias: true, hasLengths, seed: units);
        double[] output = recurrence.Forward().Output;
        (double[] gates, double[] sums) = recurrence.Gradient();
        Check(recurrence, recurrence.Gates, gates);
        int columns = units * recurrence.Shape.Gates;
        double[] bias = new double[columns], weight = new double[units * columns];
        for (int place = 0; place < recurrence.Count; place++)
        {
            for (int column = 0; column < columns; column++)
            {
                bias[column] += sums[(place * columns) + column];
                for (int unit = 0; unit < units && place % steps > 0; unit++)
                {
                    weight[(unit * columns) + column] += output[((place - 1) * units) + unit] * sums[(place * columns) + column];
                }
            }
        }

        Check(recurrence, recurrence.Bias!, bias);
        Check(recurrence, recurrence.Weight, weight);
    }

    /// <summary>Compares with the differences of the loss that has the output gradient as its gradient, at some of the values.</summary>
    private static void Check(RecurrenceCase<double> recurrence, double[] values, double[] gradient)
    {
        int stride = Math.Max(1, values.Length / 97);
        for (int i = 0; i < values.Length; i += stride)
        {
            double value = values[i];
            values[i] = value + Step;
            double[] above = recurrence.Forward(keeps: false).Output;
            values[i] = value - Step;
            double[] below = recurrence.Forward(keeps: false).Output;
            values[i] = value;
            double expected = above.Select((x, j) => recurrence.OutputGradient[j] * (x - below[j])).Sum() / (2 * Step);
            double bound = Tolerance * Math.Max(0.01, Math.Abs(expected));
            Assert.InRange(gradient[i] - expected, -bound, bound);
        }
    }
}
