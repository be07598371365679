using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Orders of examples.</summary>
internal static class Shuffling
{
    /// <summary>Writes <paramref name="start"/>, <paramref name="start"/> + 1, …</summary>
    internal static void Count(Span<int> order, int start)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = start + i;
        }
    }

    /// <summary>
    /// Puts the elements into an order that every key draws with the same likelihood, but for 2^-32 of bias (Fisher and Yates, in Durstenfeld's
    /// form: CACM 7, 1964, algorithm 235).
    /// </summary>
    internal static void Shuffle(Span<int> order, RandomKey key)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            RandomKey draw = key.Derive((ulong)i);
            ulong bits = ((ulong)draw.High << 32) | draw.Low;
            int j = (int)Math.BigMul(bits, (ulong)i + 1, out _);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
