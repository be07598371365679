using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The sums of the chunks of a weight gradient.</summary>
internal readonly struct ConvolutionWeightJob<T>(in ConvolutionWeightPlan<T> plan) : IJob
    where T : unmanaged
{
    private readonly ConvolutionWeightPlan<T> plan = plan;

    public void Run(int part) => Simd.Run<T, Work>(new Work(in plan, part));

    private readonly struct Work(in ConvolutionWeightPlan<T> plan, int part) : ISimdWork<T>
    {
        private readonly ConvolutionWeightPlan<T> plan = plan;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            if (plan.Depthwise)
            {
                ConvolutionDepthwiseWeights<T, V>.Run(in plan, part);
            }
            else if (plan.Tiled)
            {
                WinogradWeightGradient<T, V>.Run(in plan, part);
            }
            else
            {
                ConvolutionWeightTiles<T, V>.Run(in plan, part);
            }
        }
    }
}

/// <summary>Adds the sums of the chunks of a weight gradient, neighbours first.</summary>
internal readonly struct ConvolutionWeightTree<T>(in ConvolutionWeightPlan<T> plan) : IJob
    where T : unmanaged
{
    /// <summary>The elements of a part: those of two chunks stay in the first level of the cache.</summary>
    internal const int PartSize = 2048;

    private readonly ConvolutionWeightPlan<T> plan = plan;

    public void Run(int part) => Simd.Run<T, Work>(new Work(in plan, part));

    private readonly struct Work(in ConvolutionWeightPlan<T> plan, int part) : ISimdWork<T>
    {
        private readonly ConvolutionWeightPlan<T> plan = plan;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            nint from = (nint)part * PartSize, count = Math.Min(PartSize, plan.Size - from);
            for (nint distance = 1; distance < plan.Chunks; distance *= 2)
            {
                for (nint chunk = 0; chunk < plan.Chunks - distance; chunk += 2 * distance)
                {
                    Add<V>(chunk, chunk + distance, from, count);
                }
            }
        }

        [MethodImpl(Simd.Loop)]
        private unsafe void Add<V>(nint chunk, nint other, nint from, nint count)
            where V : struct, ISimd<V, T>
        {
            Address<T> sum = new(plan.Sums(chunk) + from), term = new(plan.Sums(other) + from);
            for (nint i = 0; i < count; i += V.Count)
            {
                int lanes = (int)Math.Min(V.Count, count - i);
                V.Store(V.Load(sum + i, lanes) + V.Load(term + i, lanes), sum + i, lanes);
            }
        }
    }
}
