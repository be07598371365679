using System.ComponentModel;

namespace ModelDsl;

/// <summary>Everything about a compiled model that is constant: generated once for each model class, read by the library.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelDefinition
{
    private int? trainedLength;

    /// <summary>The model class's name.</summary>
    public required string Name { get; init; }

    /// <summary>The shape of one example's features, without the batch.</summary>
    public required int[] InputShape { get; init; }

    /// <summary>The shape of one example's prediction, without the batch.</summary>
    public required int[] OutputShape { get; init; }

    /// <summary>What the loss compares the prediction with; <see cref="TargetKind.None"/> for a model without a loss, or with one that has no target.</summary>
    public required TargetKind TargetKind { get; init; }

    /// <summary>The number of target values (or class indices) of one example.</summary>
    public required int TargetSize { get; init; }

    /// <summary>The number of classes that a class index may name, or 0 where targets are values.</summary>
    public required int ClassCount { get; init; }

    /// <summary>The class index whose positions do not count, or null.</summary>
    public int? IgnoredLabel { get; init; }

    /// <summary>
    /// The class index that no label is, where labels are a sequence that is not aligned with the positions of the prediction: the blank of a connectionist temporal
    /// classification. Null for all other losses.
    /// </summary>
    public int? BlankLabel { get; init; }

    /// <summary>Whether target values are the likelihoods of two-way decisions, in [0, 1]: those of a binary cross-entropy.</summary>
    public bool HasBinaryTargets { get; init; }

    /// <summary>The outputs of a model that has several, in the order in which their values and targets lie one behind the other; else none.</summary>
    public OutputHead[] Heads { get; init; } = [];

    /// <summary>The features that are ids; none for a model of values.</summary>
    public TokenFeatures[] Tokens { get; init; } = [];

    /// <summary>The parameters, turn by turn where a block is repeated.</summary>
    public required ParameterSegment[] Parameters { get; init; }

    /// <summary>The elements that optimisers train: the buffers, which follow what training measures, lie behind them.</summary>
    public int TrainedLength => trainedLength ??= Parameters.Where(segment => !segment.IsBuffer).Select(segment => segment.Offset + segment.Length).DefaultIfEmpty().Max();

    /// <summary>The layers in source order, and what else costs something, for <c>Summary</c>.</summary>
    public required LayerInfo[] Layers { get; init; }

    /// <summary>The memory and the regions of a training step; null for a model without a loss.</summary>
    public required ExecutionPlan? Training { get; init; }

    /// <summary>The memory and the regions of inference.</summary>
    public required ExecutionPlan Inference { get; init; }

    /// <summary>The memory and the regions of one step through a sequence; null for a model that cannot be gone through step by step.</summary>
    public ExecutionPlan? Step { get; init; }

    /// <summary>The elements that a sequence carries from step to step.</summary>
    public int StateSize { get; init; }

    /// <summary>Whether a sequence that is gone through step by step ends with the length that the model declares.</summary>
    public bool IsBounded { get; init; }
}

/// <summary>Features that are ids: whole numbers.</summary>
/// <param name="Offset">The first of an example.</param>
/// <param name="Count">How many.</param>
/// <param name="Vocabulary">One more than the largest id.</param>
/// <param name="IsLength">Whether it is not an id, but the number of steps of the example that count, at least 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TokenFeatures(int Offset, int Count, int Vocabulary, bool IsLength = false)
{
    /// <summary>The smallest.</summary>
    internal int First => IsLength ? 1 : 0;
}

/// <summary>One of several outputs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OutputSize">The number of values of one example's prediction.</param>
/// <param name="TargetSize">The number of target values of one example; class indices are whole numbers among them.</param>
/// <param name="ClassCount">The number of classes that such a number may name, or 0 where targets are values.</param>
/// <param name="HasBinaryTargets">Whether targets lie in [0, 1].</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record OutputHead(string Name, int OutputSize, int TargetSize, int ClassCount, bool HasBinaryTargets);

/// <summary>What a loss compares predictions with.</summary>
public enum TargetKind
{
    /// <summary>Nothing: the model has no loss, or one that has no target.</summary>
    None,

    /// <summary>Class indices, from 0.</summary>
    ClassIndex,

    /// <summary>Values of the model's element type, as many as it predicts.</summary>
    Values,
}

/// <summary>One parameter: a stretch of the flat arrays of parameters, gradients and optimiser state.</summary>
/// <param name="Name">The name in weight files, such as <c>dense1.weight</c>.</param>
/// <param name="Shape">The shape in the interchange layout (PyTorch's).</param>
/// <param name="Offset">The first element.</param>
/// <param name="Strides">The elements between neighbours along each axis of <paramref name="Shape"/>, in the kernels' layout.</param>
/// <param name="Initializer">How it starts.</param>
/// <param name="InitialValue">The value of <see cref="Initializer.Constant"/>, the deviation of <see cref="Initializer.Normal"/>.</param>
/// <param name="FanIn">The inputs that one output sums over.</param>
/// <param name="FanOut">The outputs that one input reaches.</param>
/// <param name="Decays">Whether weight decay applies: to matrices, not to biases.</param>
/// <param name="Momentum">0 for what is trained; for a buffer, the share by which each step moves it towards what the step measured.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterSegment(
    string Name, int[] Shape, int Offset, int[] Strides, Initializer Initializer, double InitialValue, int FanIn, int FanOut, bool Decays, double Momentum = 0)
{
    /// <summary>Whether it follows what training measures instead of being trained.</summary>
    public bool IsBuffer => Momentum > 0;

    /// <summary>The number of elements.</summary>
    public int Length { get; } = Shape.Aggregate(1, (product, size) => product * size);

    /// <summary>The parameters of all turns of a repeated block.</summary>
    /// <param name="block">What a turn is called before its number.</param>
    /// <param name="first">The number of the first turn.</param>
    /// <param name="count">The number of turns.</param>
    /// <param name="stride">The elements between a trained parameter and the same one of the next turn.</param>
    /// <param name="bufferStride">The elements between a buffer and the same one of the next turn.</param>
    /// <param name="turn">The parameters of the first turn, by their names within it.</param>
    public static IEnumerable<ParameterSegment> Repeat(string block, int first, int count, int stride, int bufferStride, ParameterSegment[] turn) =>
        Enumerable.Range(0, count).SelectMany(i => turn.Select(segment => segment with
        {
            Name = FormattableString.Invariant($"{block}{first + i}.{segment.Name}"),
            Offset = segment.Offset + (i * (segment.IsBuffer ? bufferStride : stride)),
        }));
}

/// <summary>A layer as the summary prints it, or what else costs something: a combinator, an input, a loss.</summary>
/// <param name="Name">The layer's name, such as <c>dense1</c>.</param>
/// <param name="Kind">The attribute as written, such as <c>Dense(256)</c>.</param>
/// <param name="OutputShape">The shape of its output, without the batch.</param>
/// <param name="ParameterCount">Its number of parameters.</param>
/// <param name="MultiplyAdds">The multiply-adds of one example's forward pass.</param>
/// <param name="KeptElements">The elements that one example's training step keeps of its activations for the backward pass.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LayerInfo(string Name, string Kind, int[] OutputShape, int ParameterCount, long MultiplyAdds, long KeptElements)
{
    /// <summary>The floating-point operations of one example's forward pass, two for a multiply-add.</summary>
    public long Flops => 2 * MultiplyAdds;

    /// <summary>The layers of all turns of a repeated block.</summary>
    /// <param name="block">What a turn is called before its number.</param>
    /// <param name="first">The number of the first turn.</param>
    /// <param name="count">The number of turns.</param>
    /// <param name="turn">The layers of a turn, by their names within it.</param>
    public static IEnumerable<LayerInfo> Repeat(string block, int first, int count, LayerInfo[] turn) =>
        Enumerable.Range(0, count).SelectMany(i => turn.Select(layer => layer with { Name = FormattableString.Invariant($"{block}{first + i}.{layer.Name}") }));
}

/// <summary>The static plan of one of a model's two programs.</summary>
/// <param name="ArenaPerExample">Elements of the arena per example.</param>
/// <param name="ArenaLowerBound">The largest sum of buffers alive at once, per example: no plan needs less.</param>
/// <param name="FixedElements">Elements of the arena that does not grow with the batch.</param>
/// <param name="LossOffset">Where in the fixed arena the loss (the weighted mean over the batch) is left, or −1 without a loss.</param>
/// <param name="LossWeightOffset">Where in the fixed arena the sum of weights that the loss was divided by is left, or −1.</param>
/// <param name="Regions">The fused regions, in the order of execution.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExecutionPlan(int ArenaPerExample, int ArenaLowerBound, int FixedElements, int LossOffset, int LossWeightOffset, RegionInfo[] Regions)
{
    /// <summary>Elements of what is computed once from the weights alone.</summary>
    public int PreparedElements { get; init; }

    /// <summary>Elements of the weights that are packed once as kernels read them.</summary>
    public int PackedElements { get; init; }

    /// <summary>Whether packed weights are read even for a single example.</summary>
    public bool PacksForOne { get; init; }
}

/// <summary>One fused region of a program.</summary>
/// <param name="Layer">The layer it computes, and for a backward region the layer whose gradient it computes.</param>
/// <param name="Formula">What it computes, for people.</param>
/// <param name="IsForward">Whether it belongs to the forward pass.</param>
/// <param name="Outputs">What it writes, for the search of the first value that is not finite.</param>
/// <param name="MultiplyAdds">Multiply-adds per example.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RegionInfo(string Layer, string Formula, bool IsForward, RegionOutput[] Outputs, long MultiplyAdds);

/// <summary>A buffer that a region writes.</summary>
/// <param name="Home">The array it lies in.</param>
/// <param name="Offset">Its offset: times the batch in <see cref="BufferHome.Arena"/>.</param>
/// <param name="Size">Its elements: per example in <see cref="BufferHome.Arena"/> and <see cref="BufferHome.Output"/>.</param>
/// <param name="Layer">The layer whose output (or gradient) it holds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RegionOutput(BufferHome Home, int Offset, int Size, string Layer);

/// <summary>The array that a buffer lies in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BufferHome
{
    /// <summary>The arena that grows with the batch.</summary>
    Arena,

    /// <summary>The arena that does not.</summary>
    Fixed,

    /// <summary>What is computed once from the weights alone.</summary>
    Prepared,

    /// <summary>The gradients.</summary>
    Gradients,

    /// <summary>The caller's predictions.</summary>
    Output,
}
