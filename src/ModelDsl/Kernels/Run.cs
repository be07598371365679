using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ModelDsl.Kernels;

/// <summary>What one execution of a model's generated code works on: how many examples, and where everything lies.</summary>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Run<T>
    where T : unmanaged
{
    /// <summary>
    /// A run of inference. The smallest models would feel the copy that the compiler makes of an object with an initializer.
    /// </summary>
    [SetsRequiredMembers]
    internal Run(nint batch, Address<T> arena, Address<T> @fixed, Address<T> parameters, Address<T> prepared, Address<T> packed, Address<T> input, Address<T> output)
    {
        Batch = batch;
        Arena = arena;
        Fixed = @fixed;
        Parameters = parameters;
        Prepared = prepared;
        Packed = packed;
        Input = input;
        Output = output;
    }

    /// <summary>A run of training.</summary>
    [SetsRequiredMembers]
    internal Run(nint batch, Address<T> arena, Address<T> @fixed, Address<T> parameters, Address<T> gradients, BatchAddresses<T> examples, RandomKey key)
    {
        Batch = batch;
        Arena = arena;
        Fixed = @fixed;
        Parameters = parameters;
        Gradients = gradients;
        Input = examples.Input;
        Target = examples.Target;
        Labels = examples.Labels;
        ExampleWeights = examples.Weights;
        Key = key;
    }

    /// <summary>The number of examples.</summary>
    public required nint Batch { get; init; }

    /// <summary>The arena that grows with the batch: a buffer lies at its offset × <see cref="Batch"/>.</summary>
    public required Address<T> Arena { get; init; }

    /// <summary>The arena that does not grow with the batch: a buffer lies at its offset.</summary>
    public required Address<T> Fixed { get; init; }

    /// <summary>All parameters.</summary>
    public required Address<T> Parameters { get; init; }

    /// <summary>What was computed before from the weights alone; used by inference only.</summary>
    public Address<T> Prepared { get; init; }

    /// <summary>Weights in the order in which kernels read them, or <c>default</c> where kernels pack for themselves; used by inference only.</summary>
    public Address<T> Packed { get; init; }

    /// <summary>All gradients, laid out as the parameters; not used by inference.</summary>
    public Address<T> Gradients { get; init; }

    /// <summary>The examples' features, one example after the other.</summary>
    public required Address<T> Input { get; init; }

    /// <summary>The targets, where they are values.</summary>
    public Address<T> Target { get; init; }

    /// <summary>The targets, where they are class indices.</summary>
    public Address<int> Labels { get; init; }

    /// <summary>One weight for each example.</summary>
    public Address<T> ExampleWeights { get; init; }

    /// <summary>The predictions, used by inference only; in a turn of a repeated block what it gives.</summary>
    public Address<T> Output { get; init; }

    /// <summary>In a step through a sequence: what has been kept of the steps before, at its offset × <see cref="Batch"/>.</summary>
    public Address<T> State { get; init; }

    /// <summary>In a step through a sequence: the number of the step, for each example.</summary>
    public Address<T> Position { get; init; }

    /// <summary>In a turn of a repeated block: what it keeps of each example for its gradient, at its offset × <see cref="Batch"/>.</summary>
    public Address<T> Kept { get; init; }

    /// <summary>In a turn of a repeated block: what it keeps of the whole batch.</summary>
    public Address<T> KeptFixed { get; init; }

    /// <summary>In a turn of a repeated block: the lengths of the examples, where they have any.</summary>
    public Address<T> Lengths { get; init; }

    /// <summary>In a turn of a repeated block: the gradient of what it gives.</summary>
    public Address<T> Upstream { get; init; }

    /// <summary>In a turn of a repeated block: the gradient of what it gets.</summary>
    public Address<T> InputGradient { get; init; }

    /// <summary>In a turn of a repeated block: how much further than its parameters its buffers are from the first turn's.</summary>
    public nint BufferShift { get; init; }

    /// <summary>The key of this step's random numbers; a layer derives its own from it.</summary>
    public RandomKey Key { get; init; }

    /// <summary>The place of packed weights: <paramref name="offset"/> elements into <see cref="Packed"/>, or <c>default</c> where nothing is packed.</summary>
    /// <param name="offset">Their offset.</param>
    public unsafe Address<T> PackedAt(nint offset) => Packed.Pointer is null ? default : Packed + offset;
}
