using System.Numerics;

namespace ModelDsl;

/// <summary>Watches a loss from epoch to epoch and keeps the weights of the best.</summary>
internal sealed class EarlyStopper<T>(EarlyStopping options, Model<T> model)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] bestWeights = options.RestoreBestWeights ? new T[model.Parameters.Length] : [];
    private double best = double.PositiveInfinity;
    private int waited;

    /// <summary>Looks at an epoch's loss.</summary>
    /// <returns>Whether it is time to stop.</returns>
    internal bool Observe(double loss)
    {
        if (!(loss < best - options.MinimumDelta))
        {
            return ++waited >= options.Patience;
        }

        best = loss;
        waited = 0;
        if (options.RestoreBestWeights)
        {
            model.Parameters.Span.CopyTo(bestWeights);
        }

        return false;
    }

    /// <summary>Puts the weights of the best epoch back, if there was one.</summary>
    internal void RestoreBest()
    {
        if (options.RestoreBestWeights && best < double.PositiveInfinity)
        {
            bestWeights.CopyTo(model.Parameters.Span);
            model.ParametersChanged();
        }
    }
}
