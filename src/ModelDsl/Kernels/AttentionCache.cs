using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The attention of a sequence that is gone through step by step, which keeps the keys and values of the steps so far.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AttentionCache
{
    /// <summary>Adds a step's key and value to those of the steps before, and attends to all of them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="projected">The query, key and value of the step side by side, batch × (heads + 2·key heads)·size.</param>
    /// <param name="cache">Keys and values, batch × steps × 2·key heads·size: of each step the key and then the value.</param>
    /// <param name="positions">The number of the step, for each example.</param>
    /// <param name="output">The result, batch × heads·size.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes, with one query and as many keys as there can be steps.</param>
    public static unsafe void Step<T>(Address<T> projected, Address<T> cache, Address<T> positions, Address<T> output, nint batch, in AttentionShape shape)
        where T : unmanaged
    {
        nint width = shape.Width, keyWidth = 2 * shape.KeyHeads * shape.Size;
        T* lengths = Scratch.Rent<T>(Scratch.AttentionLengths, batch);
        for (nint example = 0; example < batch; example++)
        {
            nint position = Lookup.Id(positions[example]);
            ReadOnlySpan<T> own = new(projected.Pointer + (example * (width + keyWidth)) + width, (int)keyWidth);
            own.CopyTo(new Span<T>(cache.Pointer + (((example * shape.Keys) + position) * keyWidth), (int)keyWidth));
            lengths[example] = Lookup.Number<T>(position + 1);
        }

        AttentionRows<T> rows = new(projected, width + keyWidth, cache, cache + (keyWidth / 2), keyWidth);
        Attention.Forward(rows, output, default, new Address<T>(lengths), batch, shape, default);
    }
}
