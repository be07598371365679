namespace Sentiment;

/// <summary>What a reader made of a fold that it had not learnt from.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Reviews">The reviews of the fold.</param>
/// <param name="Probabilities">The probability that each is favourable.</param>
internal sealed record FoldResult(Reader Reader, Review[] Reviews, float[] Probabilities)
{
    private const float Threshold = 0.5f;

    /// <summary>How many were judged rightly.</summary>
    public int Right => Enumerable.Range(0, Reviews.Length).Count(IsRight);

    /// <summary>The share that was judged rightly, from 0 to 1.</summary>
    public double Accuracy => (double)Right / Reviews.Length;

    /// <summary>Whether a review was judged rightly.</summary>
    /// <param name="index">Its place in the fold.</param>
    public bool IsRight(int index) => Reviews[index].IsPositive == Probabilities[index] >= Threshold;
}
