using ModelDsl;

namespace Tumors;

/// <summary>Trains on all folds but one and predicts that one, for each fold in turn.</summary>
internal static class CrossValidation
{
    private const double LearningRate = 0.02;
    private const int BatchSize = 32;

    /// <summary>Deals the rows into folds, each with about the same share of malignant tumours.</summary>
    /// <param name="labels">The labels of the rows.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="seed">The same seed deals the same folds.</param>
    /// <returns>The fold of each row.</returns>
    public static int[] Deal(int[] labels, int folds, int seed)
    {
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        new Random(seed).Shuffle(order);
        int[] fold = new int[labels.Length];
        int next = 0;
        foreach (int row in order.OrderBy(row => labels[row]))
            fold[row] = next++ % folds;
        return fold;
    }

    /// <summary>The probability that each tumour is malignant, by a model that has not seen it.</summary>
    /// <param name="table">The tumours.</param>
    /// <param name="fold">The fold of each tumour.</param>
    /// <param name="epochs">Passes through the training rows.</param>
    /// <param name="seed">Chooses initial weights and order.</param>
    public static float[] Predict(TumorTable table, int[] fold, int epochs, int seed)
    {
        float[] probabilities = new float[table.Count];
        for (int held = 0; held <= fold.Max(); held++)
        {
            int[] test = [.. Enumerable.Range(0, table.Count).Where(row => fold[row] == held)];
            int[] training = [.. Enumerable.Range(0, table.Count).Where(row => fold[row] != held)];
            float[] predicted = TrainAndPredict(table.Select(training), table.Select(test), epochs, seed);
            for (int i = 0; i < test.Length; i++)
                probabilities[test[i]] = predicted[i];
        }
        return probabilities;
    }

    private static float[] TrainAndPredict(TumorTable training, TumorTable test, int epochs, int seed)
    {
        Preparation preparation = Preparation.Fit(training.Features);
        float[] targets = Array.ConvertAll(training.Labels, label => (float)label);
        TumorClassifier model = new(seed);
        model.Fit(
            Dataset.Create(preparation.Apply(training.Features), targets, targets.Length),
            new AdamW(LearningRate),
            new TrainingOptions { Epochs = epochs, BatchSize = BatchSize, Seed = seed });
        float[] probabilities = new float[test.Count];
        model.Predict(preparation.Apply(test.Features), probabilities);
        return probabilities;
    }
}
