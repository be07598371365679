using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Draws ids from a model's probabilities. Draws are a function of the seed, their number and the probabilities.</summary>
internal sealed class TokenSampler<T>(int vocabulary, GenerationOptions options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] weights = new double[vocabulary];
    private readonly int[] order = new int[vocabulary];
    private readonly bool[] isKnown = new bool[vocabulary];
    private readonly RandomKey key = RandomKey.FromSeed(options.Seed);
    private ulong drawn;

    private bool IsCut => options.TopK < vocabulary || options.TopP < 1;

    /// <summary>Takes note of an id of the text.</summary>
    internal void Observe(int id) => isKnown[id] = true;

    /// <summary>Draws the next id.</summary>
    internal int Next(ReadOnlySpan<T> probabilities)
    {
        int likeliest = Score(probabilities);
        if (options.Temperature == 0)
        {
            return likeliest;
        }

        double largest = weights[likeliest];
        for (int id = 0; id < weights.Length; id++)
        {
            weights[id] = Math.Exp((weights[id] - largest) / options.Temperature);
        }

        Shuffling.Count(order, 0);
        return Draw(IsCut ? Cut() : vocabulary);
    }

    /// <summary>Logits, those of known ids with the penalty.</summary>
    /// <returns>The id with the largest, of equals the lowest.</returns>
    private int Score(ReadOnlySpan<T> probabilities)
    {
        int likeliest = 0;
        for (int id = 0; id < weights.Length; id++)
        {
            double logit = Math.Log(double.CreateChecked(probabilities[id]));
            weights[id] = isKnown[id] ? logit * options.RepetitionPenalty : logit;
            likeliest = weights[id] > weights[likeliest] ? id : likeliest;
        }

        return likeliest;
    }

    /// <summary>Puts the likeliest first.</summary>
    /// <returns>How many of them one is drawn from.</returns>
    private int Cut()
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = -weights[i];
        }

        weights.AsSpan().Sort(order.AsSpan());
        int count = Math.Min(vocabulary, options.TopK ?? vocabulary);
        double needed = 0, share = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = -weights[i];
            needed += i < count ? weights[i] : 0;
        }

        needed *= options.TopP ?? 1;
        int enough = 0;
        while (enough < count && (enough == 0 || share < needed))
        {
            share += weights[enough++];
        }

        return enough;
    }

    /// <summary>One of the first ids of the order, as likely as its weight says.</summary>
    private int Draw(int count)
    {
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            total += weights[i];
        }

        (uint low, uint high) = Threefry.Block(key, (uint)drawn, (uint)(drawn >> 32));
        drawn++;
        double place = ((((ulong)high << 32) | low) >> 11) * (1.0 / (1UL << 53)) * total;
        int last = 0;
        for (int i = 0; i < count; i++)
        {
            if (weights[i] > 0)
            {
                last = i;
                place -= weights[i];
                if (place < 0)
                {
                    break;
                }
            }
        }

        return order[last];
    }
}
