using ModelDsl.Kernels;

namespace ModelDsl.Tests.Training;

/// <summary>A hand-written model y = 2w·x whose factor 2w is prepared, and packed once more behind it; it counts how often, and keeps what each prediction was given.</summary>
internal sealed class PreparingModel(bool packsForOne = true) : Model<float>(Describe(packsForOne), seed: 1)
{
    private int preparations;
    private int packings;

    internal int Preparations => preparations;

    internal int Packings => packings;

    /// <summary>Whether the last prediction read packed weights.</summary>
    internal bool ReadsPacked { get; private set; }

    /// <summary>Where the workspace of the last prediction lies.</summary>
    internal nint Place { get; private set; }

    /// <summary>Whether predictions fail.</summary>
    internal bool Fails { get; set; }

    internal float Weight => Parameters.Span[0];

    internal Span<float> View => ParameterTensor(0).IsEmpty ? default : Parameters.Span[..1];

    protected override void Prepare(in Run<float> run)
    {
        Interlocked.Increment(ref preparations);
        run.Prepared[0] = 2 * run.Parameters[0];
    }

    protected override void Pack(in Run<float> run)
    {
        Interlocked.Increment(ref packings);
        run.Packed[0] = run.Prepared[0];
    }

    protected override unsafe void Infer(in Run<float> run)
    {
        Place = (nint)run.Fixed.Pointer;
        if (Fails)
        {
            throw new InvalidOperationException("It was told to fail.");
        }

        ReadsPacked = run.Packed.Pointer is not null;
        float factor = ReadsPacked ? run.PackedAt(0)[0] : run.Prepared[0];
        for (nint row = 0; row < run.Batch; row++)
        {
            run.Output[row] = factor * run.Input[row];
        }
    }

    protected override void Score(in Run<float> run) => (run.Fixed[0], run.Fixed[1]) = (0, 1);

    protected override void Train(in Run<float> run)
    {
        run.Gradients[0] = 1;
        (run.Fixed[0], run.Fixed[1]) = (1, 1);
    }

    protected override void TrainRegion(int region, in Run<float> run) => Train(in run);

    private static ModelDefinition Describe(bool packsForOne) => new()
    {
        Name = "Preparing",
        InputShape = [1],
        OutputShape = [1],
        TargetKind = TargetKind.Values,
        TargetSize = 1,
        ClassCount = 0,
        Parameters = [new("weight", [1], 0, [1], Initializer.GlorotUniform, 0, 1, 1, Decays: true)],
        Layers = [],
        Training = new(0, 0, 2, 0, 1, [new("weight", "w", IsForward: true, [], 1)]),
        Inference = new(0, 0, 2, 0, 1, []) { PreparedElements = 1, PackedElements = 1, PacksForOne = packsForOne },
    };
}
