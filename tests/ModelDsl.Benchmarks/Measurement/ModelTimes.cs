using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The figures of one model, medians in microseconds.</summary>
/// <param name="Step">One training step: forward, loss, backward, optimiser.</param>
/// <param name="Batch">The predictions of a batch.</param>
/// <param name="Single">The prediction of one example.</param>
/// <param name="Token">One step through a sequence, the mean over its positions; NaN for a model that is not gone through step by step.</param>
internal sealed record ModelTimes(double Step, double Batch, double Single, double Token)
{
    /// <summary>Measures a model with fresh parameters, as a user would call it.</summary>
    /// <param name="reference">The model.</param>
    /// <param name="batch">Its examples: the same arrays for each number of threads, as where an array lies is worth some hundredths of the shortest steps.</param>
    /// <param name="seconds">How long each figure is measured.</param>
    public static ModelTimes Measure(IReferenceModel reference, ExampleBatch batch, double seconds)
    {
        Model<float> model = reference.Create();
        Trainer<float> trainer = new(model, reference.CreateOptimizer());
        return new ModelTimes(
            Clock.Median(seconds, () => batch.Step(trainer)),
            Clock.Median(seconds, () => model.Predict(batch.Features, batch.Outputs)),
            Clock.Median(seconds, () => model.Predict(batch.SingleFeatures, batch.SingleOutputs)),
            MeasureToken(model, batch, seconds));
    }

    /// <summary>Measures predictions with fresh parameters; nothing is there that only training needs.</summary>
    public static (double Batch, double Single) MeasurePredictions(IReferenceModel reference, ExampleBatch batch, double seconds)
    {
        Model<float> model = reference.Create();
        return (
            Clock.Median(seconds, () => model.Predict(batch.Features, batch.Outputs)),
            Clock.Median(seconds, () => model.Predict(batch.SingleFeatures, batch.SingleOutputs)));
    }

    private static double MeasureToken(Model<float> model, ExampleBatch batch, double seconds)
    {
        ModelDefinition definition = model.Definition;
        if (definition.Step is null)
        {
            return double.NaN;
        }

        SequenceStepper<float> stepper = new(model, 1);
        int steps = definition.InputShape[0], size = batch.SingleFeatures.Length / steps;
        float[] outputs = new float[definition.OutputShape[^1]];
        return Clock.Median(seconds, () =>
        {
            stepper.Reset();
            for (int step = 0; step < steps; step++)
            {
                stepper.Step(batch.SingleFeatures.AsSpan(step * size, size), outputs);
            }
        }) / steps;
    }
}
