using System.Numerics;
using System.Numerics.Tensors;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Training;

/// <summary>A hand-written model as the generator would write it: y = Wx + b with the loss ½ Σ (y − target)², where a class index stands for a one-hot target.</summary>
internal sealed class LinearModel<T>(int features, int outputs, TargetKind kind, long seed = 1, bool isBinary = false)
    : Model<T>(Describe(features, outputs, kind, isBinary), seed)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Called with each batch before it is trained on.</summary>
    internal Action<Run<T>>? BeforeTrain { get; set; }

    internal TensorSpan<T> Weight => ParameterTensor(0);

    internal TensorSpan<T> WeightGradient => GradientTensor(0);

    /// <summary>All parameters, copied.</summary>
    internal T[] Snapshot() => Parameters.Span.ToArray();

    /// <summary>All gradients, copied.</summary>
    internal T[] GradientSnapshot() => Gradients.Span.ToArray();

    protected override void Train(in Run<T> run)
    {
        BeforeTrain?.Invoke(run);
        for (int region = 0; region < 3; region++)
        {
            TrainRegion(region, in run);
        }
    }

    protected override void TrainRegion(int region, in Run<T> run)
    {
        switch (region)
        {
            case 0: Forward(in run, run.Arena); break;
            case 1: Loss(in run, run.Arena); break;
            default: Backward(in run); break;
        }
    }

    protected override void Infer(in Run<T> run) => Forward(in run, run.Output);

    protected override void Score(in Run<T> run) => Loss(in run, run.Output);

    /// <summary>The weights lie as the kernels would have them, [in, out]; the bias begins at the next multiple of 16.</summary>
    private static ModelDefinition Describe(int features, int outputs, TargetKind kind, bool isBinary)
    {
        int bias = (features * outputs + 15) / 16 * 16;
        RegionInfo[] regions =
        [
            new("dense1", "y = x · W + b", IsForward: true, [new(BufferHome.Arena, 0, outputs, "dense1")], features * outputs),
            new("loss", "½ Σ (y − t)²", IsForward: true, [new(BufferHome.Fixed, 0, 2, "loss")], outputs),
            new("dense1", "dW, db", IsForward: false, [new(BufferHome.Gradients, 0, bias + outputs, "dense1")], features * outputs),
        ];
        return new ModelDefinition
        {
            Name = "Linear",
            InputShape = [features],
            OutputShape = [outputs],
            TargetKind = kind,
            TargetSize = kind == TargetKind.ClassIndex ? 1 : outputs,
            ClassCount = kind == TargetKind.ClassIndex ? outputs : 0,
            HasBinaryTargets = isBinary,
            Parameters =
            [
                new("dense1.weight", [outputs, features], 0, [1, outputs], Initializer.GlorotUniform, 0, features, outputs, Decays: true),
                new("dense1.bias", [outputs], bias, [1], Initializer.Zeros, 0, features, outputs, Decays: false),
            ],
            Layers = [new("dense1", $"Dense({outputs})", [outputs], (features + 1) * outputs, features * outputs, outputs)],
            Training = kind == TargetKind.None ? null : new(outputs, outputs, 2, 0, 1, regions),
            Inference = new(0, 0, 2, kind == TargetKind.None ? -1 : 0, kind == TargetKind.None ? -1 : 1, []),
        };
    }

    private int BiasOffset => Definition.Parameters[1].Offset;

    private void Forward(in Run<T> run, Address<T> output)
    {
        for (nint row = 0; row < run.Batch; row++)
        {
            for (int o = 0; o < outputs; o++)
            {
                T sum = run.Parameters[BiasOffset + o];
                for (int i = 0; i < features; i++)
                {
                    sum += run.Input[(row * features) + i] * run.Parameters[(i * outputs) + o];
                }

                output[(row * outputs) + o] = sum;
            }
        }
    }

    private T Difference(in Run<T> run, Address<T> output, nint row, int o)
    {
        T target = Definition.TargetKind == TargetKind.Values ? run.Target[(row * outputs) + o] : run.Labels[row] == o ? T.One : T.Zero;
        return output[(row * outputs) + o] - target;
    }

    private void Loss(in Run<T> run, Address<T> output)
    {
        T sum = T.Zero;
        T weight = T.Zero;
        for (nint row = 0; row < run.Batch; row++)
        {
            weight += run.ExampleWeights[row];
            for (int o = 0; o < outputs; o++)
            {
                T difference = Difference(in run, output, row, o);
                sum += run.ExampleWeights[row] * difference * difference / (T.One + T.One);
            }
        }

        run.Fixed[0] = sum / weight;
        run.Fixed[1] = weight;
    }

    private void Backward(in Run<T> run)
    {
        for (int o = 0; o < outputs; o++)
        {
            run.Gradients[BiasOffset + o] = T.Zero;
            for (int i = 0; i < features; i++)
            {
                run.Gradients[(i * outputs) + o] = T.Zero;
            }

            for (nint row = 0; row < run.Batch; row++)
            {
                T slope = run.ExampleWeights[row] * Difference(in run, run.Arena, row, o) / run.Fixed[1];
                run.Gradients[BiasOffset + o] += slope;
                for (int i = 0; i < features; i++)
                {
                    run.Gradients[(i * outputs) + o] += slope * run.Input[(row * features) + i];
                }
            }
        }
    }
}
