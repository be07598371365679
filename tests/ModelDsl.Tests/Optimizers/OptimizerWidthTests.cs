using System.Numerics;
using ModelDsl.Kernels;
using ModelDsl.Tests.Kernels;

namespace ModelDsl.Tests.Optimizers;

public sealed class OptimizerWidthTests
{
    private const int Length = 77;

    [Fact]
    public void Adam_gives_the_same_bits_at_every_vector_width()
    {
        AllWidths<float, AdamUpdate<float>>(Adam);
        AllWidths<double, AdamUpdate<double>>(Adam);
    }

    [Fact]
    public void Gradient_descent_gives_the_same_bits_at_every_vector_width()
    {
        AllWidths<float, SGDUpdate<float>>(Descent);
        AllWidths<double, SGDUpdate<double>>(Descent);
    }

    [Fact]
    public void RMSProp_gives_the_same_bits_at_every_vector_width()
    {
        AllWidths<float, RMSPropUpdate<float>>(Propagation);
        AllWidths<double, RMSPropUpdate<double>>(Propagation);
    }

    private static AdamUpdate<T> Adam<T>(Address<T> memory)
        where T : unmanaged, INumberBase<T> => new()
        {
            Parameters = memory,
            Gradients = memory + Length,
            Mean = memory + (2 * Length),
            Square = memory + (3 * Length),
            Scale = Number<T>(0.7),
            Penalty = Number<T>(0.01),
            Keep = Number<T>(0.99),
            MeanShare = Number<T>(0.1),
            SquareKeep = Number<T>(0.999),
            SquareShare = Number<T>(0.001),
            RootFactor = Number<T>(3),
            Epsilon = Number<T>(1e-8),
            MinusRate = Number<T>(-0.1),
        };

    private static SGDUpdate<T> Descent<T>(Address<T> memory)
        where T : unmanaged, INumberBase<T> => new()
        {
            Parameters = memory,
            Gradients = memory + Length,
            Buffer = memory + (2 * Length),
            HasMomentum = true,
            Nesterov = true,
            Scale = Number<T>(0.7),
            Decay = Number<T>(0.01),
            Momentum = Number<T>(0.9),
            MinusRate = Number<T>(-0.1),
        };

    private static RMSPropUpdate<T> Propagation<T>(Address<T> memory)
        where T : unmanaged, INumberBase<T> => new()
        {
            Parameters = memory,
            Gradients = memory + Length,
            Square = memory + (3 * Length),
            Mean = memory + (2 * Length),
            Buffer = memory + (4 * Length),
            Centered = true,
            HasMomentum = true,
            Scale = Number<T>(0.7),
            Decay = Number<T>(0.01),
            Alpha = Number<T>(0.99),
            Share = Number<T>(0.01),
            Epsilon = Number<T>(1e-8),
            Momentum = Number<T>(0.5),
            MinusRate = Number<T>(-0.1),
        };

    private static void AllWidths<T, TUpdate>(Func<Address<T>, TUpdate> update)
        where T : unmanaged, INumberBase<T>
        where TUpdate : struct, IMap<T>
    {
        T[] one = Result<T, TUpdate, Scalar<T>>(update);
        Assert.NotEqual(Start<T>(), one);
        Assert.Equal(one, Result<T, TUpdate, Simd128<T>>(update));
        Assert.Equal(one, Result<T, TUpdate, Simd256<T>>(update));
        Assert.Equal(one, Result<T, TUpdate, Simd512<T>>(update));
    }

    /// <summary>The whole memory after one step: parameters, gradients and moments, and a margin that nothing may write to.</summary>
    private static T[] Result<T, TUpdate, V>(Func<Address<T>, TUpdate> update)
        where T : unmanaged, INumberBase<T>
        where TUpdate : struct, IMap<T>
        where V : struct, ISimd<V, T>
    {
        using PinnedBuffer<T> buffer = new(Start<T>());
        new MapBlock<T, TUpdate>(update(buffer.Address), 0, 1, 0, Length, Length).Run<V>();
        T[] result = buffer.Span.ToArray();
        Assert.Equal(Start<T>()[^Length..], result[^Length..]);
        return result;
    }

    private static T[] Start<T>()
        where T : unmanaged, INumberBase<T> => [.. Enumerable.Range(0, 6 * Length).Select(i => Number<T>(1.2 + Math.Sin(i)))];

    private static T Number<T>(double value)
        where T : unmanaged, INumberBase<T> => T.CreateTruncating(value);
}
