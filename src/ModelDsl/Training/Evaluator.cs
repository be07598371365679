using System.Numerics;
using System.Numerics.Tensors;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Measures a model on one dataset, as often as asked, in memory of its own.</summary>
internal sealed class Evaluator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly ExecutionPlan plan;
    private readonly Workspace<T> workspace;
    private readonly BatchBuffers<T> buffers;
    private readonly AlignedMemory<T> outputs;
    private readonly int[] indices;
    private readonly int count;
    private readonly bool decides;

    /// <summary>Takes memory for measuring on data that fits the model.</summary>
    internal Evaluator(Model<T> model, Dataset<T> data, string name)
    {
        this.model = model;
        plan = model.Definition.Inference;
        decides = model.Definition is { TargetKind: TargetKind.ClassIndex, BlankLabel: null } or { HasBinaryTargets: true };
        count = data.Count;
        int chunk = Math.Min(model.ChunkLength, count);
        workspace = new Workspace<T>(plan, chunk);
        buffers = new BatchBuffers<T>(data, DataCheck.Limits(model.Definition, name), chunk);
        outputs = new AlignedMemory<T>((long)chunk * model.OutputLength);
        indices = new int[chunk];
    }

    internal Evaluation Run()
    {
        double loss = 0;
        double weight = 0;
        long right = 0, decisions = 0;
        ReadyState<T> weights = model.ReadyFor(count);
        for (int start = 0; start < count; start += indices.Length)
        {
            int examples = Math.Min(indices.Length, count - start);
            Shuffling.Count(indices, start);
            buffers.Gather(indices.AsSpan(0, examples), epoch: 0);
            Execute(examples, weights);
            T part = workspace.Fixed.Span[plan.LossWeightOffset];
            if (part != T.Zero)
            {
                weight += double.CreateChecked(part);
                loss += double.CreateChecked(part) * double.CreateChecked(workspace.Fixed.Span[plan.LossOffset]);
            }

            right += decides ? CountRight(examples) : 0;
            decisions += CountDecisions(examples);
        }

        return new Evaluation(loss / weight, decides ? right / (double)decisions : null, count);
    }

    private void Execute(int examples, ReadyState<T> weights)
    {
        BatchAddresses<T> batch = buffers.Addresses;
        Run<T> run = new()
        {
            Batch = examples,
            Arena = workspace.Arena.Address,
            Fixed = workspace.Fixed.Address,
            Parameters = model.Parameters.Address,
            Prepared = weights.PreparedOr(workspace),
            Packed = weights.Packed,
            Input = batch.Input,
            Target = batch.Target,
            Labels = batch.Labels,
            ExampleWeights = batch.Weights,
            Output = outputs.Address,
        };
        model.RunInfer(in run, weights.IsPrepared);
        model.RunScore(in run);
        GC.KeepAlive(weights);
        GC.KeepAlive(this);
    }

    /// <summary>The targets that predictions are compared with.</summary>
    private long CountDecisions(int examples)
    {
        int targets = examples * model.Definition.TargetSize;
        return model.Definition.IgnoredLabel is { } ignored ? targets - buffers.Labels[..targets].Count(ignored) : targets;
    }

    private long CountRight(int examples)
    {
        ModelDefinition definition = model.Definition;
        int targets = examples * definition.TargetSize;
        ReadOnlySpan<T> predictions = outputs.Span[..(examples * model.OutputLength)];
        return definition.TargetKind == TargetKind.ClassIndex ? CountClasses(predictions, buffers.Labels[..targets], definition.ClassCount, definition.IgnoredLabel)
            : CountSides(predictions, buffers.Targets[..targets]);
    }

    private static long CountClasses(ReadOnlySpan<T> predictions, ReadOnlySpan<int> labels, int classes, int? ignored)
    {
        long right = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            right += labels[i] != ignored && TensorPrimitives.IndexOfMax(predictions.Slice(i * classes, classes)) == labels[i] ? 1 : 0;
        }

        return right;
    }

    private static long CountSides(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
    {
        T half = T.CreateChecked(0.5);
        long right = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            right += predictions[i] >= half == targets[i] >= half ? 1 : 0;
        }

        return right;
    }
}
