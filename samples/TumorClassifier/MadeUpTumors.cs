namespace Tumors;

/// <summary>Makes up a table that looks like the real one: benign tumours measure low, malignant ones high and widely spread.</summary>
internal static class MadeUpTumors
{
    private const int Count = 600;
    private const double MalignantShare = 0.35;
    private const double MissingShare = 0.003;

    /// <summary>Makes up the table.</summary>
    /// <param name="seed">The same seed makes the same table.</param>
    public static TumorTable Create(int seed)
    {
        Random random = new(seed);
        float[][] features = new float[Count][];
        int[] labels = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            labels[i] = random.NextDouble() < MalignantShare ? 1 : 0;
            features[i] = Measure(random, severity: labels[i] == 1 ? 3 + (6 * random.NextDouble()) : 1 + (2.2 * random.NextDouble()));
        }
        return new TumorTable(features, labels);
    }

    // The nine measures of one tumour agree more or less on how bad it is.
    private static float[] Measure(Random random, double severity)
    {
        float[] measures = new float[TumorClassifier.InputSize];
        for (int i = 0; i < measures.Length; i++)
        {
            double value = Math.Round(severity + (4 * (random.NextDouble() - 0.5)));
            measures[i] = random.NextDouble() < MissingShare ? float.NaN : (float)Math.Clamp(value, 1, 10);
        }
        return measures;
    }
}
