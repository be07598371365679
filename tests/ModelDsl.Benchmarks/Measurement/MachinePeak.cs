using System.Diagnostics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>How many single-precision multiply-adds one core does in a second when nothing else stands in its way.</summary>
internal static class MachinePeak
{
    private const int Chains = 12;
    private const int Repetitions = 10_000;
    private const double Seconds = 0.3;

    /// <summary>The peak in GFLOP/s: the best of many short runs, since what disturbs a run can only make it slower.</summary>
    public static double Measure()
    {
        double best = 0;
        long start = Stopwatch.GetTimestamp();
        while (Clock.Since(start) < Seconds * 1e6)
        {
            long before = Stopwatch.GetTimestamp();
            Simd.Run<float, Chain>(default);
            best = Math.Max(best, 2.0 * Chains * Repetitions * Simd.Count<float>() / Clock.Since(before) / 1e3);
        }

        return best;
    }

    /// <summary>Twelve independent chains: more than latency × throughput of any core, and few enough for sixteen registers.</summary>
    private readonly struct Chain : ISimdWork<float>
    {
        private static float sink;

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        public void Run<V>()
            where V : struct, ISimd<V, float>
        {
            V x = V.Splat(sink), y = V.Splat(0.5f);
            V a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
            for (int repetition = 0; repetition < Repetitions; repetition++)
            {
                a = V.FusedMultiplyAdd(a, y, x);
                b = V.FusedMultiplyAdd(b, y, x);
                c = V.FusedMultiplyAdd(c, y, x);
                d = V.FusedMultiplyAdd(d, y, x);
                e = V.FusedMultiplyAdd(e, y, x);
                f = V.FusedMultiplyAdd(f, y, x);
                g = V.FusedMultiplyAdd(g, y, x);
                h = V.FusedMultiplyAdd(h, y, x);
                i = V.FusedMultiplyAdd(i, y, x);
                j = V.FusedMultiplyAdd(j, y, x);
                k = V.FusedMultiplyAdd(k, y, x);
                l = V.FusedMultiplyAdd(l, y, x);
            }

            sink = V.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
        }
    }
}
