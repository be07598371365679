namespace ModelDsl.Tests.Initializers;

[Collection(Alone.Name)]
public sealed class ParameterInitializerThreadsTests
{
    [Theory]
    [InlineData(Initializer.GlorotUniform)]
    [InlineData(Initializer.HeNormal)]
    public void Draws_are_the_same_for_any_number_of_threads(Initializer initializer)
    {
        ParameterSegment segment = new("w", [130, 70, 9], 0, [1, 1170, 130], initializer, 0, 630, 1170, true);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[] expected = Fill();
            Parallelism.Threads = 3;
            Assert.Equal(expected, Fill());
        }
        finally
        {
            Parallelism.Threads = before;
        }

        float[] Fill()
        {
            float[] memory = new float[segment.Length];
            ParameterInitializer.Fill(memory.AsSpan(), segment, 4, 11);
            return memory;
        }
    }
}
