using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Walks a list of layers in source order, and the lists of the blocks that it uses: shapes, names and parameters.</summary>
internal sealed class SequenceInference
{
    private int parameterCount;
    private Shape? table;

    /// <summary>The inputs that towers start with, in their order.</summary>
    public List<NetworkInput> Inputs { get; } = [];

    /// <summary>The features that are ids.</summary>
    public List<TokenRange> Tokens { get; } = [];

    /// <summary>The steps of a list, or null after a report. Where it starts with an input, that is where shapes start from.</summary>
    /// <param name="layers">The list.</param>
    /// <param name="use">Which block it is, and where it stands.</param>
    /// <param name="input">What it gets.</param>
    /// <param name="faults">Where reports go.</param>
    /// <param name="ids">The ids that it gets, or null where it gets values.</param>
    /// <param name="hasLengths">Whether steps behind each example's length do not count.</param>
    public NetworkSequence? Walk(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, BlockUse use, Shape input, ICollection<Fault> faults, TokenRange? ids = null, bool hasLengths = false)
    {
        long? lengthOffset = null;
        LayerNames names = new(layers, faults);
        List<NetworkNode> nodes = [];
        List<NetworkHead> heads = [];
        Shape current = input;
        (LossKind, LayerSpec)? loss = null;
        Predecessor? previous = null;
        int? inputAttribute = null;
        for (int i = 0; i < layers.Count; i++)
        {
            (LayerSpec spec, LayerKind kind) = layers[i];
            LayerContext context = new(spec, current, previous, faults)
            {
                Ids = ids,
                HasLengths = hasLengths,
                Table = use.IsRepeated ? null : table,
                IsRepeated = use.IsRepeated,
                InputAttribute = inputAttribute,
                Next = i + 1 < layers.Count ? layers[i + 1] : null,
            };
            if (!IdRules.Check(kind, context) || !LengthRules.Check(kind, context))
            {
                return null;
            }

            if (kind is OutputLayer)
            {
                if (Head(context, names, use) is not { } head)
                {
                    return null;
                }

                heads.Add(head);
                continue;
            }

            if (Step(kind, context, names, use) is not { } step || !Fits(step.Output, context))
            {
                return null;
            }

            (input, inputAttribute) = kind.Role == LayerRole.Input ? (step.Output, spec.Attribute) : (input, inputAttribute);
            ids = IdsBehind(kind, step.Output, ids);
            lengthOffset = kind.Role == LayerRole.Input && InputLayer.HasLengths(spec) ? AddLengths(step.Output) : lengthOffset;
            hasLengths = kind.Role == LayerRole.Input ? lengthOffset is not null : hasLengths && LengthRules.Last(current, step.Output);
            table = kind is EmbeddingLayer && !use.IsRepeated ? table ?? new Shape(EmbeddingLayer.Count(spec), EmbeddingLayer.Width(spec)) : table;
            loss = kind is LossKind lossKind ? (lossKind, spec) : loss;
            (current, previous) = (step.Output, new Predecessor(spec, kind, current));
            if (step.Node is not null)
            {
                nodes.Add(step.Node);
            }
        }

        return new NetworkSequence(new NetworkBranch(use.Block, use.Path, nodes, input, current) { LengthOffset = lengthOffset, EndHasLengths = hasLengths, EndIsIds = ids is not null }, loss, heads);
    }

    /// <summary>The ids that a layer gives: those of an input, and what only hands them on.</summary>
    private TokenRange? IdsBehind(LayerKind kind, Shape output, TokenRange? ids)
    {
        if (kind is not TokenInputLayer)
        {
            return kind is IdentityLayer ? ids : null;
        }

        Tokens.Add(new TokenRange((int)Inputs.Sum(tower => tower.Shape.Size), (int)output.Size));
        return Tokens[Tokens.Count - 1];
    }

    /// <summary>The lengths of examples lie behind the features of their input, whole numbers too.</summary>
    private long AddLengths(Shape input)
    {
        long offset = Inputs.Sum(tower => tower.Shape.Size) + input.Size;
        Tokens.Add(new TokenRange((int)offset, 1) { IsLength = true });
        Tokens[Tokens.Count - 1].Limit(input[0] + 1);
        return offset;
    }

    /// <summary>What one layer gives, and its step, if it is one; null after a report.</summary>
    private (Shape Output, NetworkNode? Node)? Step(LayerKind kind, LayerContext context, LayerNames names, BlockUse use)
    {
        NetworkNode? node;
        switch (kind)
        {
            case ParallelKind parallel:
                node = Parallel(parallel, context, names, use);
                return node is null ? null : (node.Output, node);
            case RepeatLayer repeat:
                node = Repeat(repeat, context, names, use);
                return node is null ? null : (node.Output, node);
            default:
                if (kind.Infer(context) is not { } output)
                {
                    return null;
                }

                node = kind is TransformKind transform ? Layer(kind, transform.Parameters(context.Spec, context.Input), context, output, names, use) : null;
                return node is null && kind is TransformKind ? null : (output, node);
        }
    }

    private NetworkLayer? Layer(LayerKind kind, IReadOnlyList<ParameterSpec> parameters, LayerContext context, Shape output, LayerNames names, BlockUse use)
    {
        if (!Fits(output, context) || names.Next(context.Spec, kind) is not { } own)
        {
            return null;
        }

        string name = use.Name(own);
        NetworkParameter[] placed = [.. parameters.Select(spec => new NetworkParameter(parameterCount++, $"{name}.{spec.Role}", spec))];
        return new NetworkLayer(name, kind, context.Spec, context.Input, output, placed) { HasLengths = context.HasLengths };
    }

    private NetworkCombination? Parallel(ParallelKind kind, LayerContext context, LayerNames names, BlockUse use)
    {
        bool isShared = IsShared(context);
        bool areTowers = BlockRules.AreTowers(context.Spec) && use.Path.Length == 0 && context.Previous is null;
        if (!areTowers && !kind.Takes(context))
        {
            return null;
        }

        Dictionary<BlockSpec, (string Path, int FirstParameter)> known = [];
        List<NetworkBranch> branches = [];
        foreach (BlockSpec block in context.Spec.Blocks)
        {
            bool repeats = isShared && known.ContainsKey(block);
            (string Path, int FirstParameter) place = repeats ? known[block] : (Name(names.Next(context.Spec, block, 1)) ?? string.Empty, parameterCount);
            if (place.Path.Length == 0)
            {
                return null;
            }

            known[block] = place;
            int behind = parameterCount;
            parameterCount = place.FirstParameter;
            long offset = Inputs.Sum(tower => tower.Shape.Size);
            if (Block(context, block, use.Within(place.Path, isShared), areTowers ? BlockRole.Tower : BlockRole.Part)?.Trunk is not { } branch)
            {
                return null;
            }

            parameterCount = Math.Max(parameterCount, behind);
            if (areTowers)
            {
                Inputs.AddRange(NetworkInput.Of(branch.Path, branch));
            }

            branches.Add(branch with { IsShared = repeats, InputOffset = areTowers ? offset : null });
        }

        Shape[] shapes = [.. branches.Select(branch => branch.Output)];
        LayerContext joined = context with { BranchesHaveLengths = [.. branches.Select(branch => branch.EndHasLengths)] };
        if (!IdRules.CheckBranches(context, branches) || kind.Join(joined, shapes) is not { } output || !Fits(output, context) || !LengthRules.CheckJoined(context, branches, output))
        {
            return null;
        }

        IReadOnlyList<ParameterSpec> own = kind.Parameters(context.Spec, shapes);
        NetworkLayer? joint = own.Count == 0 ? null : Layer(kind, own, context, output, names, use);
        if (own.Count > 0 && joint is null)
        {
            return null;
        }

        string name = joint?.Name ?? use.Name(names.Next(kind));
        return new NetworkCombination(name, kind, context.Spec, context.Input, output, branches) { HasLengths = context.HasLengths, Joint = joint };
    }

    private static string? Name((string? Name, int? Number) next) => next.Name is null ? null : $"{next.Name}{next.Number}";

    /// <summary>
    /// A block in a row: a loop over its first turn; where turns share their parameters with each other, or with those of another use, whose gradients
    /// add up, one turn after the other.
    /// </summary>
    private NetworkRepeat? Repeat(RepeatLayer kind, LayerContext context, LayerNames names, BlockUse use)
    {
        int count = RepeatLayer.Count(context.Spec);
        bool isShared = IsShared(context);
        BlockSpec block = context.Spec.Blocks[0];
        if (!RepeatLayer.HasCount(context) || names.Next(context.Spec, block, isShared ? 1 : count) is not ({ } name, var first))
        {
            return null;
        }

        List<NetworkBranch> turns = [];
        for (int turn = 0; turn < (use.IsShared && !isShared ? count : 1); turn++)
        {
            if (Block(context, block, use.Within($"{name}{first + turn}", isShared, isRepeated: true), BlockRole.Part)?.Trunk is not { } body || !RepeatLayer.Closes(context, body.Output))
            {
                return null;
            }

            turns.Add(body);
        }

        turns.AddRange(Enumerable.Repeat(turns[0] with { IsShared = true }, isShared ? count - 1 : 0));
        return new NetworkRepeat(kind, context.Spec, turns, use.Name(name), first ?? 1, count);
    }

    private static bool IsShared(LayerContext context) => context.Spec.Get("SharedWeights", false);

    private NetworkHead? Head(LayerContext context, LayerNames names, BlockUse use)
    {
        BlockSpec block = context.Spec.Blocks[0];
        return OutputLayer.HasWeight(context) && Name(names.Next(context.Spec, block, 1)) is { } name
            && Block(context, block, use.Within(name), BlockRole.Head) is { Loss: var (kind, spec) } sequence
            ? new NetworkHead(sequence.Trunk, kind, spec, context.Spec)
            : null;
    }

    /// <summary>A block where it is used; its faults are those of the combinator.</summary>
    private NetworkSequence? Block(LayerContext context, BlockSpec block, BlockUse use, BlockRole role)
    {
        List<Fault> inner = [];
        NetworkSequence? sequence = LayerTable.Find(block.Layers) is var layers && BlockRules.Check(layers, block, role, context)
            ? Walk(layers, use with { Block = block.Name }, context.Input, inner, context.Ids, context.HasLengths)
            : null;
        foreach (Fault fault in inner)
        {
            context.Faults.Add(fault.Within(block.Name, context.Spec.Attribute));
        }

        return sequence;
    }

    private static bool Fits(Shape shape, LayerContext context)
    {
        if (shape.Size <= int.MaxValue)
        {
            return true;
        }

        context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: {shape} is more than the {int.MaxValue} elements that one example may have.\nUse smaller sizes.");
        return false;
    }
}

/// <summary>The steps of a list of layers, and what it ends with.</summary>
/// <param name="Trunk">The steps.</param>
/// <param name="Loss">The loss behind them.</param>
/// <param name="Heads">The outputs behind them.</param>
internal sealed record NetworkSequence(NetworkBranch Trunk, (LossKind Kind, LayerSpec Spec)? Loss, IReadOnlyList<NetworkHead> Heads);

/// <summary>A block and the name of its use, both empty for the model itself.</summary>
/// <param name="Block">The class.</param>
/// <param name="Path">The name.</param>
/// <param name="IsShared">Whether another use has the same parameters.</param>
/// <param name="IsRepeated">Whether it is a turn of a repetition, or in one.</param>
internal sealed record BlockUse(string Block, string Path, bool IsShared = false, bool IsRepeated = false)
{
    /// <summary>The full name of something in it.</summary>
    public string Name(string own) => Path.Length == 0 ? own : $"{Path}.{own}";

    /// <summary>The use of a block in it.</summary>
    public BlockUse Within(string own, bool isShared = false, bool isRepeated = false) => new(string.Empty, Name(own), IsShared || isShared, IsRepeated || isRepeated);
}
