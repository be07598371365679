using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The sizes and options of one example's attention.</summary>
/// <param name="queries">The positions that ask, at least 1.</param>
/// <param name="keys">The positions that are asked, at least 1.</param>
/// <param name="heads">The heads of the queries, a multiple of <paramref name="keyHeads"/>.</param>
/// <param name="keyHeads">The heads of keys and values: query head h uses head h / (heads / keyHeads) of them (Ainslie et al. 2023, "GQA").</param>
/// <param name="size">The width of a head.</param>
/// <param name="isCausal">Whether query t sees the keys s ≤ t alone; there are as many queries as keys then.</param>
/// <param name="isSelf">Whether queries and keys are of the same positions, so that an example's length counts for both.</param>
/// <param name="hasLinearBias">Whether 2^(−8(h+1)/heads)·|t − s| is taken off a score (Press et al. 2022, "Train short, test long", section 3).</param>
/// <param name="dropout">The probability of a weight to be dropped, in [0, 1); 0 for none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttentionShape(int queries, int keys, int heads, int keyHeads, int size, bool isCausal, bool isSelf, bool hasLinearBias, double dropout)
{
    internal readonly int Queries = queries;
    internal readonly int Keys = keys;
    internal readonly int Heads = heads;
    internal readonly int KeyHeads = keyHeads;
    internal readonly int Size = size;
    internal readonly bool IsCausal = isCausal;
    internal readonly bool IsSelf = isSelf;
    internal readonly bool HasLinearBias = hasLinearBias;
    internal readonly double Dropout = dropout;

    /// <summary>The query heads that share a key head.</summary>
    internal int Group => Heads / KeyHeads;

    /// <summary>The numbers in a row of queries.</summary>
    internal nint Width => (nint)Heads * Size;

    /// <summary>The factor of the scores, 1/√size (Vaswani et al. 2017, equation 1).</summary>
    internal double Scale => 1 / Math.Sqrt(Size);

    /// <summary>The multiply-adds of one product of queries and keys for one example.</summary>
    internal nint Products => (IsCausal ? (nint)Queries * (Queries + 1) / 2 : (nint)Queries * Keys) * Width;

    /// <summary>What a step of distance takes off the scores of <paramref name="head"/>.</summary>
    internal double Slope(nint head) => HasLinearBias ? Math.Pow(2, -8.0 * (head + 1) / Heads) : 0;
}
