using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The 64-bit key of a stream of counter-based random numbers (Threefry-2x32 with 20 rounds; Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").</summary>
/// <param name="Low">The low word.</param>
/// <param name="High">The high word.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RandomKey(uint Low, uint High)
{
    /// <summary>The key of a seed.</summary>
    public static RandomKey FromSeed(long seed) => new((uint)seed, (uint)(seed >> 32));

    /// <summary>A key of its own for the number <paramref name="stream"/> below this key: a step, a layer, an epoch.</summary>
    public RandomKey Derive(ulong stream)
    {
        (uint low, uint high) = Threefry.Block(this, (uint)stream, (uint)(stream >> 32));
        return new RandomKey(low, high);
    }

    /// <summary>A key of its own for a turn of a repeated block below this key, apart from those of layers.</summary>
    public RandomKey DeriveTurn(nint turn) => Derive((ulong)turn | (1UL << 63));
}
