using System.Diagnostics;
using ModelDsl.Benchmarks.Models;
using ModelDsl.Kernels;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>How long each fused region of a model's training step takes, repeated blocks written out.</summary>
internal static class RegionTimes
{
    /// <summary>The median time of each region in microseconds: regions run in the order of the step, the clock is read between them, and its cost taken off.</summary>
    public static double[] Measure(IReferenceModel reference, double seconds)
    {
        Model<float> model = reference.CreateUnrolled();
        ExampleBatch batch = new(reference, model.Definition);
        RegionRun run = new(model, batch, reference.BatchSize);
        Clock.Median(seconds, run.Once);
        List<double>[] times = [.. model.Definition.Training!.Regions.Select(_ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        while (Clock.Since(start) < seconds * 1e6)
        {
            long before = Stopwatch.GetTimestamp();
            for (int region = 0; region < times.Length; region++)
            {
                run.Region(region);
                long after = Stopwatch.GetTimestamp();
                times[region].Add(Clock.Between(before, after));
                before = after;
            }
        }

        double clock = Clock.Cost();
        return [.. times.Select(time => Math.Max(0, Statistics.Median(time) - clock))];
    }

    /// <summary>The memory of a step, as a trainer lays it out.</summary>
    private sealed class RegionRun
    {
        private readonly Model<float> model;
        private readonly Workspace<float> workspace;
        private readonly AlignedMemory<float> features, targets, weights;
        private readonly AlignedMemory<int> labels;
        private readonly Run<float> run;
        private readonly int regions;

        public RegionRun(Model<float> model, ExampleBatch batch, int size)
        {
            ExecutionPlan plan = model.Definition.Training!;
            this.model = model;
            regions = plan.Regions.Length;
            workspace = new Workspace<float>(plan, size);
            features = Copy(batch.Features);
            targets = Copy(batch.Targets);
            labels = Copy(batch.Labels);
            weights = Copy([.. Enumerable.Repeat(1f, size)]);
            run = new Run<float>
            {
                Batch = size,
                Arena = workspace.Arena.Address,
                Fixed = workspace.Fixed.Address,
                Parameters = model.Parameters.Address,
                Gradients = model.Gradients.Address,
                Input = features.Address,
                Target = targets.Address,
                Labels = labels.Address,
                ExampleWeights = weights.Address,
            };
        }

        public void Region(int region) => model.RunTrainRegion(region, in run);

        public void Once()
        {
            for (int region = 0; region < regions; region++)
            {
                Region(region);
            }
        }

        private static AlignedMemory<T> Copy<T>(T[] values)
            where T : unmanaged
        {
            AlignedMemory<T> memory = new(values.Length);
            values.CopyTo(memory.Span);
            return memory;
        }
    }
}
