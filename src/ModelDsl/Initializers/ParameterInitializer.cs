using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Gives parameters their first values. The value of an element is a function of the seed, the number of its parameter and the element's
/// row-major index in the interchange layout: neither the kernels' layout, nor the element type, nor threads matter.
/// </summary>
internal static class ParameterInitializer
{
    /// <summary>Fills the memory of one parameter.</summary>
    /// <param name="memory">The parameter's own memory: <see cref="ParameterSegment.Length"/> elements from <see cref="ParameterSegment.Offset"/> of the model's.</param>
    /// <param name="segment">The parameter.</param>
    /// <param name="segmentIndex">Its number in the model.</param>
    /// <param name="seed">The model's seed.</param>
    /// <exception cref="ArgumentException"><paramref name="memory"/> does not have the parameter's length.</exception>
    internal static void Fill<T>(Span<T> memory, ParameterSegment segment, int segmentIndex, long seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (memory.Length != segment.Length)
        {
            throw new ArgumentException($"{segment.Name} has {segment.Length} elements, the memory has {memory.Length}.", nameof(memory));
        }

        RandomKey key = RandomKey.FromSeed(seed).Derive((ulong)segmentIndex);
        double spread = Spread(segment);
        InterchangeWalk walk = new(segment);
        for (int i = 0; i < memory.Length; i++)
        {
            memory[walk.Place] = T.CreateTruncating(spread * Draw(segment.Initializer, key, (uint)i));
            walk.Advance();
        }
    }

    /// <summary>What a draw is multiplied by: half the width of the uniform laws, the standard deviation of the normal ones.</summary>
    private static double Spread(ParameterSegment segment) => segment.Initializer switch
    {
        Initializer.GlorotUniform => Math.Sqrt(6.0 / (segment.FanIn + (double)segment.FanOut)),
        Initializer.GlorotNormal => Math.Sqrt(2.0 / (segment.FanIn + (double)segment.FanOut)),
        Initializer.HeUniform => Math.Sqrt(6.0 / segment.FanIn),
        Initializer.HeNormal => Math.Sqrt(2.0 / segment.FanIn),
        Initializer.Zeros => 0,
        Initializer.Constant or Initializer.Normal => segment.InitialValue,
        _ => throw new ArgumentOutOfRangeException(nameof(segment), segment.Initializer, $"{segment.Name} has an unknown initialiser."),
    };

    private static double Draw(Initializer law, RandomKey key, uint index) => law switch
    {
        Initializer.GlorotUniform or Initializer.HeUniform => Uniform(Threefry.Block(key, index, 0)),
        Initializer.GlorotNormal or Initializer.HeNormal or Initializer.Normal => Normal(Threefry.Block(key, index, 0)),
        _ => 1,
    };

    /// <summary>Uniform in (−1, 1), from the upper 52 of 64 random bits: the halves keep it off both ends and symmetric.</summary>
    private static double Uniform((uint Low, uint High) bits)
    {
        ulong word = ((ulong)bits.High << 32) | bits.Low;
        return (((word >> 12) + 0.5) * (2.0 / (1L << 52))) - 1;
    }

    /// <summary>Standard normal (Box and Muller 1958), one of the pair that two uniform numbers give; at most 6.8 in magnitude.</summary>
    private static double Normal((uint Low, uint High) bits)
    {
        const double unit = 1.0 / (1L << 32);
        double radius = Math.Sqrt(-2 * Math.Log((bits.Low + 0.5) * unit));
        return radius * Math.Cos(2 * Math.PI * (bits.High * unit));
    }
}
