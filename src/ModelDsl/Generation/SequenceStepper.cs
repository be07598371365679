using System.Numerics;
using System.Numerics.Tensors;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Goes through sequences step by step, all of them together: what a model predicts of a whole sequence, it predicts at each step from that step's input and
/// from what it keeps of those before. The memory is constant, and a step allocates nothing. Not thread-safe; many may go through the same model at once.
/// </summary>
/// <typeparam name="T">The element type of the model.</typeparam>
public sealed class SequenceStepper<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Model<T> model;
    private readonly Workspace<T> workspace;
    private readonly AlignedMemory<T> state;
    private readonly AlignedMemory<T> positions;
    private readonly AlignedMemory<T> inputs;
    private readonly TokenFeatures[] ids;
    private readonly int inputSize;
    private readonly int outputSize;

    internal SequenceStepper(Model<T> model, int sequences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequences, 1);
        ModelDefinition definition = model.Definition;
        this.model = model;
        Sequences = sequences;
        ids = [.. definition.Tokens.Select(tokens => tokens with { Offset = 0, Count = 1 })];
        workspace = new Workspace<T>(definition.Step!, sequences);
        state = new AlignedMemory<T>((long)definition.StateSize * sequences);
        positions = new AlignedMemory<T>(sequences);
        inputSize = model.InputLength / definition.InputShape[0];
        outputSize = definition.OutputShape[^1];
        inputs = new AlignedMemory<T>((long)inputSize * sequences);
        Reset();
    }

    /// <summary>The number of sequences.</summary>
    public int Sequences { get; }

    /// <summary>The steps taken since the start.</summary>
    public int Position { get; private set; }

    /// <summary>The most steps that a sequence can have, or null where there is no end: that of the model's input, where its positions are embedded or attended to.</summary>
    public int? Length => model.Definition.IsBounded ? model.Definition.InputShape[0] : null;

    /// <summary>Begins new sequences.</summary>
    public void Reset()
    {
        state.Span.Clear();
        Position = 0;
    }

    /// <summary>Takes one step.</summary>
    /// <param name="features">The features of the step, one sequence after the other.</param>
    /// <param name="outputs">The prediction at the step, one sequence after the other.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an id is none of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The sequences have as many steps as they can.</exception>
    public unsafe void Step(ReadOnlySpan<T> features, Span<T> outputs)
    {
        BatchCheck.Length(features.Length, (long)inputSize * Sequences, "value", Sequences, nameof(features));
        BatchCheck.Length(outputs.Length, (long)outputSize * Sequences, "value", Sequences, nameof(outputs));
        if (Position == Length)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The model {model.Definition.Name} takes sequences of {Length} steps, and that many have been taken; Reset begins new ones."));
        }

        BatchCheck.Tokens(features, 1, ids, default, nameof(features));
        features.CopyTo(inputs.Span);
        positions.Span.Fill(T.CreateChecked(Position));
        fixed (T* output = outputs)
        {
            Run(new Address<T>(output));
        }

        Position++;
    }

    /// <summary>Takes one step of a model of ids.</summary>
    /// <param name="tokens">One id for each sequence.</param>
    /// <param name="outputs">The prediction at the step, one sequence after the other.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an id is none of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The sequences have as many steps as they can.</exception>
    public void Step(ReadOnlySpan<int> tokens, Span<T> outputs)
    {
        BatchCheck.Length(tokens.Length, (long)inputSize * Sequences, "id", Sequences, nameof(tokens));
        TensorPrimitives.ConvertChecked(tokens, inputs.Span);
        Step(inputs.Span, outputs);
    }

    private void Run(Address<T> output)
    {
        Run<T> run = new()
        {
            Batch = Sequences,
            Arena = workspace.Arena.Address,
            Fixed = workspace.Fixed.Address,
            Parameters = model.Parameters.Address,
            Input = inputs.Address,
            Output = output,
            State = state.Address,
            Position = positions.Address,
        };
        model.RunStep(in run);
        GC.KeepAlive(this);
    }
}
