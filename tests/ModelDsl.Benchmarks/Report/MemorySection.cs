using ModelDsl.Benchmarks.Measurement;
using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Report;

/// <summary>The memory of models beside what training has to hold.</summary>
internal static class MemorySection
{
    public static Section Of(Settings settings)
    {
        Readings readings = new();
        Table table = new(1, "model", "parameters", "created, MB", "trained, MB", "parameters, gradients, two moments and arena, MB");
        foreach (string name in settings.Models)
        {
            readings.Add(ChildProcess.Run(Environment.ProcessPath!, "--measure", nameof(Turn.Memory), "--models", name));
            IReferenceModel model = ReferenceModels.Find(name);
            ModelDefinition definition = model.Create().Definition;
            long parameters = definition.Parameters.Sum(parameter => (long)parameter.Length);
            long arena = ((long)definition.Training!.ArenaPerExample * model.BatchSize) + definition.Training.FixedElements;
            table.Add(name, Numbers.Format(parameters, "#,0"), Measured(Figures.CreationMemory), Measured(Figures.StepMemory), Megabytes(((4 * parameters) + arena) * sizeof(float) / 1e6));

            string Measured(string figure) => Megabytes(readings.Median(new Key(Figures.Ours, name, Parallelism.Threads, figure))!.Value);
        }

        return new Section("Memory", "By how much the resident memory of a process grows at most, by creating a model and then by training steps; each model in a process of its own.", table);
    }

    private static string Megabytes(double value) => Numbers.Format(value, "0.0");
}
