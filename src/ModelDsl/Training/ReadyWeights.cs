using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// What predictions need of a model's weights alone, kept from one to the next until the weights change: values that follow from them, and weights in the order
/// in which kernels read them. The first prediction after a change computes the values; packing costs as much as a prediction saves by it, so it is left to the
/// next one, or done at once for examples enough. Once a view of a parameter was given out, weights may change unseen, and nothing is kept any more.
/// </summary>
internal sealed class ReadyWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly ExecutionPlan plan;
    private readonly Lock gate = new();
    private AlignedMemory<T>? prepared;
    private AlignedMemory<T>? packed;
    private volatile Stage stage;

    internal ReadyWeights(Model<T> model)
    {
        this.model = model;
        plan = model.Definition.Inference;
        stage = plan.PreparedElements + plan.PackedElements == 0 ? Stage.NeverKept : Stage.Stale;
    }

    private enum Stage
    {
        /// <summary>What is kept, if anything, belongs to earlier weights.</summary>
        Stale,

        /// <summary>The values are there.</summary>
        Prepared,

        /// <summary>Packed weights are there too, or there are none.</summary>
        Packed,

        /// <summary>Nothing is kept.</summary>
        NeverKept,
    }

    /// <summary>To be called after each change of a parameter.</summary>
    internal void Forget()
    {
        if (stage is Stage.Prepared or Stage.Packed)
        {
            Move(Stage.Stale);
        }
    }

    /// <summary>To be called before a view of a parameter is given out.</summary>
    internal void NeverKeep()
    {
        if (stage != Stage.NeverKept)
        {
            Move(Stage.NeverKept);
        }
    }

    /// <summary>What is ready for predictions of so many examples.</summary>
    internal ReadyAddresses<T> For(int examples)
    {
        Stage known = stage;
        bool packs = examples > 1 || plan.PacksForOne;
        return known == Stage.NeverKept ? default
            : known == Stage.Packed || (known == Stage.Prepared && !packs) ? At(known)
            : Advance(packs, examples > model.ChunkLength);
    }

    private void Move(Stage next)
    {
        lock (gate)
        {
            stage = stage == Stage.NeverKept ? stage : next;
        }
    }

    /// <summary>Computes or packs what is missing. Whoever waits here meanwhile finds it done.</summary>
    private ReadyAddresses<T> Advance(bool packs, bool isMany)
    {
        lock (gate)
        {
            bool isFirst = stage == Stage.Stale;
            if (isFirst)
            {
                prepared ??= new AlignedMemory<T>(plan.PreparedElements);
                Run<T> run = Describe();
                model.RunPrepare(in run);
                stage = plan.PackedElements == 0 ? Stage.Packed : Stage.Prepared;
            }

            if (stage == Stage.Prepared && packs && (isMany || !isFirst))
            {
                packed ??= new AlignedMemory<T>(plan.PackedElements);
                Run<T> run = Describe();
                model.RunPack(in run);
                stage = Stage.Packed;
            }

            return At(stage);
        }
    }

    private Run<T> Describe() => new()
    {
        Batch = 0,
        Arena = default,
        Fixed = default,
        Input = default,
        Parameters = model.Parameters.Address,
        Prepared = AddressOf(prepared),
        Packed = AddressOf(packed),
    };

    private ReadyAddresses<T> At(Stage known) => known == Stage.NeverKept ? default : new(true, AddressOf(prepared), known == Stage.Packed ? AddressOf(packed) : default);

    private static Address<T> AddressOf(AlignedMemory<T>? memory) => memory is null ? default : memory.Address;
}

/// <summary>Where what is ready lies; <c>default</c> where nothing is kept.</summary>
/// <param name="IsPrepared">Whether the values are there.</param>
/// <param name="Prepared">The values.</param>
/// <param name="Packed">Packed weights, or <c>default</c> where kernels are to pack for themselves.</param>
internal readonly record struct ReadyAddresses<T>(bool IsPrepared, Address<T> Prepared, Address<T> Packed)
    where T : unmanaged
{
    /// <summary>Where a run finds the values, or computes them.</summary>
    internal Address<T> PreparedOr(Workspace<T> workspace) => IsPrepared ? Prepared : workspace.Prepared;
}
