using ModelDsl;

namespace Recommender;

/// <summary>What the model learns from: each pair of a reader and a book that they read, and beside it pairs with books that they are not known to have read.</summary>
/// <remarks>Those are drawn anew whenever they are asked for, so that no epoch is like another.</remarks>
internal sealed class SampledPairs : Dataset<float>
{
    private const int NegativesPerPair = 4;
    private const int Group = 1 + NegativesPerPair;

    private readonly History history;
    private readonly Random random;

    /// <summary>Pairs from a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="random">Where the books that were not read come from.</param>
    public SampledPairs(History history, Random random)
    {
        this.history = history;
        this.random = random;
    }

    /// <inheritdoc/>
    public override int Count => history.Pairs.Length * Group;

    /// <inheritdoc/>
    public override int FeatureSize => Recommendations.InputSize;

    /// <inheritdoc/>
    public override TargetKind TargetKind => TargetKind.Values;

    /// <inheritdoc/>
    public override int TargetSize => 1;

    /// <inheritdoc/>
    public override bool HasWeights => false;

    /// <inheritdoc/>
    public override void Gather(ReadOnlySpan<int> indices, Batch<float> batch)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            (int pair, int place) = Math.DivRem(indices[i], Group);
            (int user, int item) = history.Pairs[pair];
            bool isRead = place == 0;
            batch.Features[2 * i] = user;
            batch.Features[(2 * i) + 1] = isRead ? item : DrawUnread(user);
            batch.Targets[i] = isRead ? 1 : 0;
        }
    }

    private int DrawUnread(int user)
    {
        int item;
        do
            item = random.Next(World.ItemCount);
        while (history.IsKnown(user, item));
        return item;
    }
}
