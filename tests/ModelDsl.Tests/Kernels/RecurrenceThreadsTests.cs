using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class RecurrenceThreadsTests
{
    [Theory]
    [InlineData(RecurrenceKind.RNN)]
    [InlineData(RecurrenceKind.ReLURNN)]
    [InlineData(RecurrenceKind.LSTM)]
    [InlineData(RecurrenceKind.GRU)]
    public void Recurrences_give_the_same_bits_for_any_number_of_threads(RecurrenceKind kind)
    {
        RecurrenceCase<float> recurrence = new(kind, 60, 20, 40, hasLengths: true);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[] expected = Results(recurrence);
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, Results(recurrence));
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    private static float[] Results(RecurrenceCase<float> recurrence)
    {
        float[] state = new float[recurrence.Batch * recurrence.Shape.Units * recurrence.Shape.States];
        (float[] output, float[] kept) = recurrence.Forward(state);
        (float[] gates, float[] sums) = recurrence.Gradient();
        return [.. state, .. output, .. kept, .. gates, .. sums];
    }
}
