using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class MapTests
{
    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 1, 7 }, { 3, 10 }, { 7, 31 }, { 5, 33 }, { 2, 65 }, { 4, 1000 }, { 3000, 33 }, { 1, 200_003 }, { 2, 70_001 }, { 0, 5 }, { 5, 0 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_map_visits_every_element_once_and_knows_where_it_is(int rows, int columns)
    {
        AssertVisits<float>(rows, columns, cost: 1);
        AssertVisits<double>(rows, columns, cost: 40);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(300_001)]
    public void A_flat_map_is_one_row(int count)
    {
        using PinnedBuffer<float> buffer = new(count + 1);
        buffer.Span.Fill(1);
        Map.RunFlat<float, Place<float>>(new Place<float>(buffer.Address), count, cost: 3);
        Assert.Equal([.. Enumerable.Range(0, count).Select(i => 1f + i + i), 1], buffer.Span.ToArray());
    }

    [Fact]
    public void A_block_leaves_the_rest_of_the_matrix_alone()
    {
        using PinnedBuffer<double> buffer = new(9 * 50);
        Map.Block<double, Place<double>>(new Place<double>(buffer.Address), 2, 7, 3, 45, 50);
        Assert.Equal(
            Enumerable.Range(0, 9 * 50).Select(i => (Row: i / 50, Column: i % 50, Index: i)).Select(e => e.Row is >= 2 and < 7 && e.Column is >= 3 and < 45 ? (1000.0 * e.Row) + e.Column + e.Index : 0),
            buffer.Span.ToArray());
    }

    private static void AssertVisits<T>(int rows, int columns, int cost)
        where T : unmanaged
    {
        using PinnedBuffer<T> buffer = new((rows * columns) + 1);
        buffer.Span.Fill(VectorFunctions.From<T>(0.5));
        Map.Run<T, Place<T>>(new Place<T>(buffer.Address), rows, columns, cost);
        for (int i = 0; i < rows * columns; i++)
        {
            T expected = VectorFunctions.From<T>(0.5 + (1000.0 * (i / columns)) + (i % columns) + i);
            Assert.True(expected.Equals(buffer.Span[i]), $"Element {i} is {buffer.Span[i]}, not {expected}.");
        }

        Assert.Equal(0.5, VectorFunctions.To(buffer.Span[^1]));
    }

    /// <summary>Adds 1000 × row + column + index to an element, in place, so that a second visit shows.</summary>
    private readonly struct Place<T>(Address<T> place) : IMap<T>
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, T>
        {
            V where = V.Constant(1000.0 * row) + V.Constant(column) + V.Constant(index) + V.Iota + V.Iota;
            V.Store(V.Load(place + index, count) + where, place + index, count);
        }
    }
}
