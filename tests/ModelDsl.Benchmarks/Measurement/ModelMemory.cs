using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>By how much a model makes its process grow at most, in MB (10^6 bytes) of resident memory.</summary>
/// <param name="Creation">By being created.</param>
/// <param name="Step">By being created and taking training steps.</param>
internal sealed record ModelMemory(double Creation, double Step)
{
    private const int Steps = 3;

    /// <summary>Measures a model; meaningful once in a process.</summary>
    public static ModelMemory Measure(IReferenceModel reference)
    {
        double before = PeakMegabytes();
        Model<float> model = reference.Create();
        double created = PeakMegabytes();
        ExampleBatch batch = new(reference, model.Definition);
        Trainer<float> trainer = new(model, reference.CreateOptimizer());
        for (int i = 0; i < Steps; i++)
        {
            batch.Step(trainer);
        }

        return new ModelMemory(created - before, PeakMegabytes() - before);
    }

    private static double PeakMegabytes() => ResidentMemory.Peak("self")!.Value;
}
