namespace Sentiment;

/// <summary>Trains on all folds but one and reads that one, for each fold in turn.</summary>
internal static class CrossValidation
{
    /// <summary>Does so, a fold each time that the next result is asked for.</summary>
    /// <param name="reviews">The reviews. After a shuffle, every so-manieth belongs to the same fold.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="epochs">Passes through the training reviews.</param>
    /// <param name="seed">Chooses folds, initial weights, order and dropout.</param>
    public static IEnumerable<FoldResult> Run(IReadOnlyList<Review> reviews, int folds, int epochs, int seed)
    {
        Review[] order = [.. reviews];
        new Random(seed).Shuffle(order);
        for (int held = 0; held < folds; held++)
        {
            Review[] training = [.. order.Where((_, index) => index % folds != held)];
            Review[] test = [.. order.Where((_, index) => index % folds == held)];
            Reader reader = Reader.Train(training, epochs, seed);
            yield return new FoldResult(reader, test, reader.Read([.. test.Select(review => review.Text)]));
        }
    }
}
