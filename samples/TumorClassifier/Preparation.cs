namespace Tumors;

/// <summary>Turns measures into inputs of a model: the median for a missing one, then mean 0 and standard deviation 1.</summary>
/// <remarks>All figures come from the rows that it was fitted on, so that a test fold stays unseen.</remarks>
internal sealed class Preparation
{
    private readonly float[] medians;
    private readonly float[] means;
    private readonly float[] scales;

    private Preparation(float[] medians, float[] means, float[] scales)
    {
        this.medians = medians;
        this.means = means;
        this.scales = scales;
    }

    /// <summary>Learns medians, means and deviations.</summary>
    /// <param name="rows">The rows of the training fold.</param>
    public static Preparation Fit(float[][] rows)
    {
        int width = TumorClassifier.InputSize;
        Preparation preparation = new(new float[width], new float[width], new float[width]);
        for (int column = 0; column < width; column++)
        {
            float median = Median([.. rows.Select(row => row[column]).Where(value => !float.IsNaN(value))]);
            double[] values = [.. rows.Select(row => (double)(float.IsNaN(row[column]) ? median : row[column]))];
            double mean = values.Average();
            double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            preparation.medians[column] = median;
            preparation.means[column] = (float)mean;
            preparation.scales[column] = deviation > 0 ? (float)(1 / deviation) : 1;
        }
        return preparation;
    }

    /// <summary>The inputs of the model for some rows, one row after the other.</summary>
    /// <param name="rows">The rows.</param>
    public float[] Apply(float[][] rows)
    {
        float[] inputs = new float[rows.Length * TumorClassifier.InputSize];
        for (int i = 0; i < inputs.Length; i++)
        {
            (int row, int column) = Math.DivRem(i, TumorClassifier.InputSize);
            float value = float.IsNaN(rows[row][column]) ? medians[column] : rows[row][column];
            inputs[i] = (value - means[column]) * scales[column];
        }
        return inputs;
    }

    private static float Median(float[] values)
    {
        if (values.Length == 0)
            return 0;
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
