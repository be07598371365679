using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Gives parameters their first values. The value of an element is a function of the seed, the number of its parameter and the element's
/// row-major index in the interchange layout: neither the kernels' layout, nor the element type, nor threads matter.
/// </summary>
internal static class ParameterInitializer
{
    /// <summary>The operations of a draw: twenty rounds of three, for as many draws at once as a vector has lanes, and turning the words into a number.</summary>
    private const int DrawCost = 16;

    /// <summary>Fills the memory of one parameter.</summary>
    /// <param name="memory">The parameter's own memory: <see cref="ParameterSegment.Length"/> elements from <see cref="ParameterSegment.Offset"/> of the model's.</param>
    /// <param name="segment">The parameter.</param>
    /// <param name="segmentIndex">Its number in the model.</param>
    /// <param name="seed">The model's seed.</param>
    /// <exception cref="ArgumentException"><paramref name="memory"/> does not have the parameter's length.</exception>
    internal static unsafe void Fill<T>(Span<T> memory, ParameterSegment segment, int segmentIndex, long seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (memory.Length != segment.Length)
        {
            throw new ArgumentException($"{segment.Name} has {segment.Length} elements, the memory has {memory.Length}.", nameof(memory));
        }

        double spread = Spread(segment);
        if (segment.Initializer is Initializer.Zeros or Initializer.Constant)
        {
            memory.Fill(T.CreateTruncating(spread));
            return;
        }

        bool isNormal = segment.Initializer is Initializer.GlorotNormal or Initializer.HeNormal or Initializer.Normal;
        MemoryOrder order = new(segment);
        int height = (int)Partition.Rows(order.Rows, order.Columns, DrawCost);
        fixed (T* place = memory)
        {
            ParameterDraws<T> draws = new(new Address<T>(place), order, height, RandomKey.FromSeed(seed).Derive((ulong)segmentIndex), isNormal, spread);
            Partition.Run(in draws, segment.Length, DrawCost, Partition.Count(order.Rows, height));
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
}
