using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public sealed unsafe class AttentionAheadTests
{
    private const int Stride = 24;

    [Fact]
    public void With_each_of_its_rows_a_tile_fetches_that_row_of_both()
    {
        float[] memory = new float[20 * Stride];
        fixed (float* first = memory)
        {
            float* second = first + (10 * Stride);
            TileAhead<float> ahead = new AttentionAhead<float>(first, second, Stride).Of(row: 3, column: 8, width: 4, height: 5, tiles: 2, result: null);
            Assert.True(ahead.Fetches);
            Assert.Equal(2, ahead.Runs);
            for (int row = 3; row < 8; row++)
            {
                float* run = ahead.Start + ((row - 3) * ahead.RowStep);
                Assert.True(run == first + (row * Stride) + 8);
                Assert.True(run + ahead.RunStep == second + (row * Stride) + 8);
                Assert.True(run + ahead.RunEnd == first + (row * Stride) + 11);
            }

            Assert.True(ahead.Start + ahead.TileStep == first + (8 * Stride) + 8);
        }
    }

    [Fact]
    public void Where_nothing_lies_besides_it_fetches_the_first_alone()
    {
        float value = 0;
        Assert.Equal(1, new AttentionAhead<float>(&value, null, Stride).Of(0, 0, 4, 5, 1, null).Runs);
    }

    [Fact]
    public void The_last_tile_is_led_back_to_the_results_own_rows_and_fetches_as_many_runs()
    {
        float value = 0;
        TileAhead<float> ahead = new AttentionAhead<float>(&value, null, Stride).Of(0, 0, 4, 5, tiles: 3, result: &value + 7);
        Assert.Equal(3, ahead.Tiles);
        Assert.True(ahead.Next == &value + 7);
        Assert.Equal(ahead.Runs, ahead.LastRuns);
    }

    [Fact]
    public void Without_a_head_it_fetches_only_the_rows_that_the_next_tile_writes()
    {
        AttentionAhead<float> none = default;
        TileAhead<float> ahead = none.Of(0, 0, 4, 5, 1, null);
        Assert.True(none.IsEmpty);
        Assert.True(ahead.Fetches);
        Assert.Equal(0, ahead.Runs);
    }
}
