using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The figures of one model, medians in microseconds.</summary>
/// <param name="Step">One training step: forward, loss, backward, optimiser.</param>
/// <param name="Batch">The predictions of a batch.</param>
/// <param name="Single">The prediction of one example.</param>
internal sealed record ModelTimes(double Step, double Batch, double Single)
{
    /// <summary>Measures a model with fresh parameters, as a user would call it.</summary>
    public static ModelTimes Measure(IReferenceModel reference, double seconds)
    {
        Model<float> model = reference.Create();
        ExampleBatch batch = new(reference, model.Definition);
        Trainer<float> trainer = new(model, reference.CreateOptimizer());
        double step = batch.Labels.Length > 0
            ? Clock.Median(seconds, () => trainer.Step(batch.Features, batch.Labels))
            : Clock.Median(seconds, () => trainer.Step(batch.Features, batch.Targets));
        return new ModelTimes(
            step,
            Clock.Median(seconds, () => model.Predict(batch.Features, batch.Outputs)),
            Clock.Median(seconds, () => model.Predict(batch.SingleFeatures, batch.SingleOutputs)));
    }
}
