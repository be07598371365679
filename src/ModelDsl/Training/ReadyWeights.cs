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

    /// <summary>What is there after a change of the weights: nothing.</summary>
    private readonly ReadyState<T> stale = new(null, null);

    /// <summary>What is there for good once weights may change unseen, or where nothing is kept anyway.</summary>
    private readonly ReadyState<T> unkept;

    private ReadyState<T>? prepared;
    private ReadyState<T>? packed;
    private volatile ReadyState<T> state;

    internal ReadyWeights(Model<T> model)
    {
        this.model = model;
        plan = model.Definition.Inference;
        unkept = new ReadyState<T>(null, null) { IsPrepared = plan.PreparedElements == 0, IsComplete = true };
        state = plan.PreparedElements + plan.PackedElements == 0 ? unkept : stale;
    }

    /// <summary>To be called after each change of a parameter.</summary>
    internal void Forget()
    {
        ReadyState<T> known = state;
        if (known.IsPrepared && known != unkept)
        {
            Move(stale);
        }
    }

    /// <summary>To be called before a view of a parameter is given out.</summary>
    internal void NeverKeep()
    {
        if (state != unkept)
        {
            Move(unkept);
        }
    }

    /// <summary>What is ready for predictions of so many examples.</summary>
    internal ReadyState<T> For(int examples)
    {
        ReadyState<T> known = state;
        if (known.IsComplete)
        {
            return known;
        }

        bool packs = examples > 1 || plan.PacksForOne;
        return known.IsPrepared && !packs ? known : Advance(packs, examples > model.ChunkLength);
    }

    private void Move(ReadyState<T> next)
    {
        lock (gate)
        {
            state = state == unkept ? unkept : next;
        }
    }

    /// <summary>Computes or packs what is missing. Whoever waits here meanwhile finds it done.</summary>
    private ReadyState<T> Advance(bool packs, bool isMany)
    {
        lock (gate)
        {
            bool isFirst = state == stale;
            if (isFirst)
            {
                prepared ??= new ReadyState<T>(new AlignedMemory<T>(plan.PreparedElements), null) { IsPrepared = true, IsComplete = plan.PackedElements == 0 };
                Run<T> run = Describe(prepared);
                model.RunPrepare(in run);
                state = prepared;
            }

            if (!state.IsComplete && packs && (isMany || !isFirst))
            {
                packed ??= new ReadyState<T>(state.PreparedMemory, new AlignedMemory<T>(plan.PackedElements)) { IsPrepared = true, IsComplete = true };
                Run<T> run = Describe(packed);
                model.RunPack(in run);
                state = packed;
            }

            return state;
        }
    }

    private Run<T> Describe(ReadyState<T> target) => new()
    {
        Batch = 0,
        Arena = default,
        Fixed = default,
        Input = default,
        Parameters = model.Parameters.Address,
        Prepared = target.Prepared,
        Packed = target.Packed,
    };
}

/// <summary>What is ready of a model's weights. Whoever uses the addresses has to keep this object alive until done.</summary>
/// <param name="prepared">The memory of what was computed, null for none.</param>
/// <param name="packed">The memory of packed weights, null for none.</param>
internal sealed class ReadyState<T>(AlignedMemory<T>? prepared, AlignedMemory<T>? packed)
    where T : unmanaged
{
    /// <summary>Whether all that follows from the weights alone has been computed.</summary>
    internal bool IsPrepared { get; init; }

    /// <summary>Whether nothing more will be ready with these weights.</summary>
    internal bool IsComplete { get; init; }

    /// <summary>What was computed.</summary>
    internal Address<T> Prepared => prepared is null ? default : prepared.Address;

    /// <summary>Packed weights, or <c>default</c> where kernels are to pack for themselves.</summary>
    internal Address<T> Packed => packed is null ? default : packed.Address;

    /// <summary>The memory of what was computed.</summary>
    internal AlignedMemory<T>? PreparedMemory => prepared;

    /// <summary>Where a run finds what follows from the weights alone, or computes it.</summary>
    internal Address<T> PreparedOr(Workspace<T> workspace) => IsPrepared ? Prepared : workspace.Prepared;
}
