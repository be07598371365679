namespace ModelDsl;

/// <summary>How well a model does on data.</summary>
/// <param name="Loss">The mean loss, weighted by the examples' weights; without dropout.</param>
/// <param name="Accuracy">
/// The share of predictions that are right, from 0 to 1, each counting the same: the most likely class for class indices; the side of one half
/// for a binary cross-entropy. Null where predictions are not decisions.
/// </param>
/// <param name="Count">The number of examples.</param>
public readonly record struct Evaluation(double Loss, double? Accuracy, int Count)
{
    /// <summary>e to the loss: of a model that is trained with a cross-entropy to predict the next token, between how many equally likely ones it hesitates.</summary>
    public double Perplexity => Math.Exp(Loss);
}
