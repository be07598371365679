namespace ModelDsl.Generator.Graph;

/// <summary>A block several times in a row, each turn with parameters of its own.</summary>
internal sealed record Loop(LoopBody Body) : Operation
{
    public override string Text => $"loop {Body.Name} of";

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type == Body.Input.Type ? operands[0].Type : throw Mismatch(Text, operands[0].Type);

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Body.Count * Body.ForwardMultiplyAdds;
}

/// <summary>The gradient of a loop's input, from that of its output and what the turns left behind: the turns in reverse.</summary>
/// <param name="Body">The turn.</param>
/// <param name="ReadsInput">Whether the gradient reads what a turn gets.</param>
/// <param name="ReadsOutput">Whether the gradient reads what a turn gives.</param>
internal sealed record LoopGradient(LoopBody Body, bool ReadsInput, bool ReadsOutput) : Operation
{
    public override string Text => $"gradient of loop {Body.Name} from";

    /// <summary>How many of the operands that are no parts are what the turns got or gave; lengths stand behind them.</summary>
    public int Ends => (ReadsInput ? 1 : 0) + (ReadsOutput ? 1 : 0);

    public override TensorType Infer(IReadOnlyList<Value> operands) =>
        operands[0].Type == Body.Output.Type ? Body.Input.Type : throw Mismatch(Text, operands[0].Type);

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Body.Count * Body.BackwardMultiplyAdds;
}

/// <summary>What the turns of a loop leave besides its result.</summary>
internal enum LoopPartKind
{
    /// <summary>What each turn but the last gives to the next.</summary>
    Chain,

    /// <summary>What each turn keeps of each example for its gradient.</summary>
    Kept,

    /// <summary>What each turn keeps of the whole batch.</summary>
    KeptFixed,

    /// <summary>What each turn measures for its buffers.</summary>
    Measured,

    /// <summary>The gradients of each turn's parameters.</summary>
    Gradients,
}

/// <summary>One stretch of memory for each turn of a loop, written together with its result. How long a stretch is, the plan of the body says.</summary>
internal sealed record LoopPart(LoopBody Body, LoopPartKind Kind) : Operation
{
    public override string Text => $"{(Kind == LoopPartKind.KeptFixed ? "kept of the batch" : Kind.ToString().ToLowerInvariant())} of";

    public override bool IsCompanion => true;

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        Shape turns = new(Body.Count);
        return Kind is LoopPartKind.Chain or LoopPartKind.Kept ? TensorType.Batched(turns) : TensorType.Fixed(turns);
    }
}
