using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Predictions of many examples, cut into chunks that are as equal as can be.</summary>
internal readonly struct PredictionJob<T>(Model<T> model, Address<T> input, Address<T> output, int examples, int chunks, ReadyState<T> weights) : IJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(int part)
    {
        int start = Start(part);
        model.PredictChunk(input + ((nint)start * model.InputLength), output + ((nint)start * model.OutputLength), Start(part + 1) - start, weights);
    }

    internal void RunAll()
    {
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Run(chunk);
        }
    }

    private int Start(int part) => (int)((long)part * examples / chunks);
}
