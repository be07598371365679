namespace ModelDsl.Generator.Graph;

/// <summary>The kinds of recurrent cells: the library's enum, member for member.</summary>
internal enum RecurrenceKind
{
    RNN,
    ReLURNN,
    LSTM,
    GRU,
}

/// <summary>The sizes of a recurrence.</summary>
/// <param name="Kind">The cell.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Units">The units.</param>
internal sealed record RecurrenceGeometry(RecurrenceKind Kind, int Steps, int Units)
{
    /// <summary>The products of a step for each unit.</summary>
    public int Gates => Kind switch
    {
        RecurrenceKind.LSTM => 4,
        RecurrenceKind.GRU => 3,
        _ => 1,
    };

    /// <summary>The numbers of a step for each unit that its gradient needs besides the result.</summary>
    public int Kept => Kind switch
    {
        RecurrenceKind.LSTM => 5,
        RecurrenceKind.GRU => 4,
        _ => 0,
    };

    /// <summary>The numbers for each unit that one step hands to the next.</summary>
    public int States => Kind == RecurrenceKind.LSTM ? 2 : 1;

    public override string ToString() => $"{Kind}({Units})";
}

/// <summary>
/// The states of a recurrent cell, step by step, from the products of its inputs with their weights. Operands: those products [n, t, gates], the recurrent
/// weights, their bias if there is one, and, where examples are shorter than declared, the number of steps of each.
/// </summary>
/// <param name="Geometry">The sizes.</param>
/// <param name="HasBias">Whether the recurrent product has a bias.</param>
/// <param name="State">Where in the memory of a sequence that is gone through step by step the state lies; −1 where all steps are done at once from 0.</param>
internal sealed record Recurrence(RecurrenceGeometry Geometry, bool HasBias, int State = -1) : Operation
{
    public override string Text => $"recurrence {Geometry} of";

    /// <summary>The operands before the lengths.</summary>
    public int Sources => HasBias ? 3 : 2;

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        int gates = Geometry.Gates * Geometry.Units;
        bool fits = operands[0].Type == TensorType.Batched(new Shape(Geometry.Steps, gates)) && operands[1].Type == TensorType.Fixed(new Shape(Geometry.Units, gates));
        return fits ? TensorType.Batched(new Shape(Geometry.Steps, Geometry.Units)) : throw Mismatch(Text, [.. operands.Select(operand => operand.Type)]);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Products(Geometry);

    /// <summary>The multiply-adds of the products of states with weights.</summary>
    public static long Products(RecurrenceGeometry geometry) => (long)geometry.Steps * geometry.Units * geometry.Units * geometry.Gates;
}

/// <summary>
/// The gradient of the products that a recurrence was given, by going through its steps in reverse. Operands: the gradient of the states, the states, the
/// weights, what the forward pass kept (if it keeps anything), and the lengths (if there are any).
/// </summary>
internal sealed record RecurrenceGradient(RecurrenceGeometry Geometry) : Operation
{
    public override string Text => $"gradient of recurrence {Geometry} from";

    public override TensorType Infer(IReadOnlyList<Value> operands) => operands[0].Type == operands[1].Type
        ? TensorType.Batched(new Shape(Geometry.Steps, Geometry.Gates * Geometry.Units))
        : throw Mismatch(Text, operands[0].Type, operands[1].Type);

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Recurrence.Products(Geometry);
}

/// <summary>What a recurrence, or its gradient, gives besides.</summary>
internal enum RecurrencePartKind
{
    /// <summary>What the gradient needs: gates, and cells.</summary>
    Kept,

    /// <summary>The gradient of the products of states with weights, where it is another than that of the inputs' products.</summary>
    RecurrentGradient,
}

/// <summary>Something that is computed together with a recurrence or its gradient.</summary>
internal sealed record RecurrencePart(RecurrencePartKind Kind, TensorType Result) : Operation
{
    public override string Text => $"{(Kind == RecurrencePartKind.Kept ? "kept" : "recurrent gradient")} of";

    public override bool IsCompanion => true;

    public override TensorType Infer(IReadOnlyList<Value> operands) => Result;
}

/// <summary>The steps of each example in reverse; of those that count, where examples have lengths: the others keep their places. Its own transpose.</summary>
internal sealed record Reversal : Operation
{
    public override string Text => "steps in reverse of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type is { IsBatched: true, Shape.Rank: > 0 } type ? type : throw Mismatch(Text, operands[0].Type);
}
