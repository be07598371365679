using ModelDsl;

namespace Sentiment;

/// <summary>A trained model with the words that it knows.</summary>
internal sealed class Reader
{
    private const double LearningRate = 4e-3;
    private const double WeightDecay = 0.01;
    private const int BatchSize = 50;

    private readonly Words words;
    private readonly SentimentClassifier model;

    private Reader(Words words, SentimentClassifier model)
    {
        this.words = words;
        this.model = model;
    }

    /// <summary>Learns words and weights.</summary>
    /// <param name="reviews">The reviews to learn from.</param>
    /// <param name="epochs">Passes through them.</param>
    /// <param name="seed">Chooses initial weights, order and dropout.</param>
    public static Reader Train(IReadOnlyList<Review> reviews, int epochs, int seed)
    {
        string[] texts = [.. reviews.Select(review => review.Text)];
        float[] targets = [.. reviews.Select(review => review.IsPositive ? 1f : 0f)];
        Reader reader = new(new Words(texts), new SentimentClassifier(seed));
        reader.model.Fit(
            Dataset.CreateTokens<float>(reader.words.Encode(texts), targets, targets.Length),
            new AdamW(new CosineSchedule(LearningRate), weightDecay: WeightDecay),
            new TrainingOptions { Epochs = epochs, BatchSize = BatchSize, Seed = seed });
        return reader;
    }

    /// <summary>The probability that each of some sentences is favourable.</summary>
    /// <param name="texts">The sentences.</param>
    public float[] Read(IReadOnlyList<string> texts) => model.Predict(words.Encode(texts));
}
