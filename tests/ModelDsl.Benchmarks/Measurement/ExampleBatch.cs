using ModelDsl.Benchmarks.Models;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>A batch of random examples for a model.</summary>
internal sealed class ExampleBatch
{
    /// <summary>Draws a batch of the model's size.</summary>
    public ExampleBatch(IReferenceModel reference, ModelDefinition definition)
    {
        Random random = new(1);
        int features = definition.InputShape.Aggregate(1, (product, size) => product * size);
        Features = [.. Enumerable.Range(0, reference.BatchSize * features).Select(_ => reference.Feature(random))];
        Outputs = new float[reference.BatchSize * definition.OutputShape.Aggregate(1, (product, size) => product * size)];
        int targets = reference.BatchSize * definition.TargetSize;
        bool areLabels = definition.TargetKind == TargetKind.ClassIndex;
        Labels = areLabels ? [.. Enumerable.Range(0, targets).Select(_ => random.Next(definition.ClassCount))] : [];
        Targets = areLabels ? [] : [.. Enumerable.Range(0, targets).Select(_ => (float)random.Next(2))];
        SingleFeatures = Features[..features];
        SingleOutputs = new float[Outputs.Length / reference.BatchSize];
    }

    /// <summary>The features of all examples.</summary>
    public float[] Features { get; }

    /// <summary>The class indices, where targets are classes.</summary>
    public int[] Labels { get; }

    /// <summary>The target values, where they are not.</summary>
    public float[] Targets { get; }

    /// <summary>Room for the predictions.</summary>
    public float[] Outputs { get; }

    /// <summary>The features of the first example.</summary>
    public float[] SingleFeatures { get; }

    /// <summary>Room for one prediction.</summary>
    public float[] SingleOutputs { get; }

    /// <summary>Takes a training step on the batch.</summary>
    public double Step(Trainer<float> trainer) => Labels.Length > 0 ? trainer.Step(Features, Labels) : trainer.Step(Features, Targets);
}
