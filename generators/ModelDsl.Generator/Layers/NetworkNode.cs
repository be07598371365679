using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A step of a network: a layer, or blocks side by side or in a row.</summary>
internal abstract record NetworkNode(LayerKind Kind, LayerSpec Spec, Shape Input, Shape Output)
{
    /// <summary>Whether steps behind each example's length do not count.</summary>
    public bool HasLengths { get; init; }

    /// <summary>The layers in it, those of a repeated block once.</summary>
    public virtual IEnumerable<NetworkLayer> Layers => Inner.SelectMany(node => node.Layers);

    /// <summary>The elements of its trained parameters.</summary>
    public virtual long TrainedSize => Inner.Sum(node => node.TrainedSize);

    /// <summary>The elements of the results of all steps in it, of one example; as large as may be written, so no whole number.</summary>
    public virtual double ResultSize => Output.Size + Branches.Sum(branch => branch.Nodes.Sum(node => node.ResultSize));

    /// <summary>The blocks that it is made of.</summary>
    public virtual IReadOnlyList<NetworkBranch> Branches => [];

    /// <summary>The blocks that have parameters of their own.</summary>
    public IEnumerable<NetworkBranch> Own => Branches.Where(branch => !branch.IsShared);

    /// <summary>The steps of those blocks, and what joins them.</summary>
    public virtual IEnumerable<NetworkNode> Inner => Own.SelectMany(branch => branch.Nodes);
}

/// <summary>A layer in its place, or what joins blocks with parameters of its own.</summary>
internal sealed record NetworkLayer(string Name, LayerKind Kind, LayerSpec Spec, Shape Input, Shape Output, IReadOnlyList<NetworkParameter> Parameters)
    : NetworkNode(Kind, Spec, Input, Output)
{
    /// <summary>The kind of a layer that stands by itself.</summary>
    public TransformKind Transform => (TransformKind)Kind;

    public override IEnumerable<NetworkLayer> Layers => [this];

    public override long TrainedSize => Parameters.Where(parameter => !parameter.Spec.IsBuffer).Sum(parameter => parameter.Spec.Shape.Size);
}

/// <summary>Blocks side by side, whose outputs are joined.</summary>
/// <param name="Name">What its result is called.</param>
/// <param name="Parallel">The combinator.</param>
/// <param name="Spec">What was written.</param>
/// <param name="Input">The shape that each block gets.</param>
/// <param name="Output">The shape of what is joined.</param>
/// <param name="Parts">The blocks.</param>
internal sealed record NetworkCombination(string Name, ParallelKind Parallel, LayerSpec Spec, Shape Input, Shape Output, IReadOnlyList<NetworkBranch> Parts)
    : NetworkNode(Parallel, Spec, Input, Output)
{
    /// <summary>What joins the blocks, where that has parameters.</summary>
    public NetworkLayer? Joint { get; init; }

    public override IReadOnlyList<NetworkBranch> Branches => Parts;

    public override IEnumerable<NetworkNode> Inner => Joint is null ? base.Inner : [.. base.Inner, Joint];
}

/// <summary>A block several times in a row.</summary>
/// <param name="Kind">The combinator.</param>
/// <param name="Spec">What was written.</param>
/// <param name="Turns">The block for each turn; of a loop the first turn alone.</param>
/// <param name="Name">What its turns are called before their number.</param>
/// <param name="First">The number of the first turn.</param>
/// <param name="Count">How many turns.</param>
internal sealed record NetworkRepeat(LayerKind Kind, LayerSpec Spec, IReadOnlyList<NetworkBranch> Turns, string Name, int First, int Count)
    : NetworkNode(Kind, Spec, Turns[0].Input, Turns[0].Output)
{
    public override IReadOnlyList<NetworkBranch> Branches => Turns;

    public override long TrainedSize => base.TrainedSize * (IsLoop ? Count : 1);

    public override double ResultSize => base.ResultSize * (IsLoop ? Count : 1);

    /// <summary>Whether the block is compiled once and run in a loop over stretches of parameters.</summary>
    public bool IsLoop => Count > Turns.Count;

    /// <summary>What all turns together are called, such as <c>basicUnit1…3</c>.</summary>
    public string TurnsName => $"{Name}{First}…{First + Count - 1}";

    /// <summary>Where the turns' trained parameters lie, known when all sizes are.</summary>
    public Stretch Trained { get; set; }

    /// <summary>Where the turns' buffers lie.</summary>
    public Stretch Buffers { get; set; }
}

/// <summary>A block where it is used.</summary>
/// <param name="Block">The block's class; empty for the model itself.</param>
/// <param name="Path">Its name, behind those of the blocks around it, such as <c>basicUnit1.basic</c>; empty for the model itself.</param>
/// <param name="Nodes">Its steps.</param>
/// <param name="Input">What it gets, in the shape of its own input where it is a tower.</param>
/// <param name="Output">What it gives.</param>
/// <param name="IsShared">Whether its parameters are those of an earlier branch.</param>
/// <param name="InputOffset">Where a tower's input begins among an example's features; null for other blocks.</param>
internal sealed record NetworkBranch(string Block, string Path, IReadOnlyList<NetworkNode> Nodes, Shape Input, Shape Output, bool IsShared = false, long? InputOffset = null)
{
    /// <summary>Where the lengths of its examples lie among an example's features; null where all steps count.</summary>
    public long? LengthOffset { get; init; }

    /// <summary>Whether what it gives is ids.</summary>
    public bool EndIsIds { get; init; }

    /// <summary>Whether lengths still speak of the steps of what it gives.</summary>
    public bool EndHasLengths { get; init; }

    public IEnumerable<NetworkLayer> Layers => Nodes.SelectMany(node => node.Layers);
}

/// <summary>A parameter in its place.</summary>
/// <param name="Index">Its number among the parameters that the compiler sees: those of a repeated block count once.</param>
/// <param name="Name">Its name in weight files, such as <c>dense1.weight</c>; in a repeated block that of the first turn.</param>
/// <param name="Spec">What its layer says about it.</param>
internal sealed record NetworkParameter(int Index, string Name, ParameterSpec Spec)
{
    /// <summary>Its first element in the flat arrays, known when all sizes are.</summary>
    public int Offset { get; set; }
}
