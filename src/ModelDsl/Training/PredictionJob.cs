using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Predictions of many examples, cut into chunks of a constant size.</summary>
internal readonly struct PredictionJob<T>(Model<T> model, Address<T> input, Address<T> output, int examples, ReadyState<T> weights) : IJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(int part)
    {
        int start = part * model.ChunkLength;
        model.PredictChunk(input + ((nint)start * model.InputLength), output + ((nint)start * model.OutputLength), Math.Min(model.ChunkLength, examples - start), weights);
    }

    internal void RunAll(int chunks)
    {
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            Run(chunk);
        }
    }
}
