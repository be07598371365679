using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the loop over the turns of a repeated block: each turn runs the same code on parameters, kept values and ends of its own.</summary>
internal static class LoopCalls
{
    public static string Write(ProgramContext program, Region region)
    {
        LoopBody body = region.LoopBody!;
        bool isForward = region.Anchor!.Operation is Loop;
        string head = isForward ? Forward(body) : $"for (nint turn = {body.Count - 1}; turn >= 0; turn--)";
        return Turn(program, head, [.. isForward ? ForwardEnds(program, region, body) : BackwardEnds(program, region, body), .. Memory(program, region, body)], MethodOf(program.TitleOf(body), isForward));
    }

    /// <summary>The loop that makes the weights of all turns ready.</summary>
    public static string WriteReady(ProgramContext program, Region region, string method)
    {
        LoopBody body = region.LoopBody!;
        return Turn(program, Forward(body), [("Parameters", Parameters(body)), ("BufferShift", BufferShift(body)), .. Ready(program, region)], program.TitleOf(body) + method);
    }

    private static string Forward(LoopBody body) => $"for (nint turn = 0; turn < {body.Count}; turn++)";

    private static string Turn(ProgramContext program, string head, IEnumerable<(string Field, string Value)> fields, string method)
    {
        IEnumerable<string> lines = fields.Select(field => $"        {field.Field} = {field.Value},");
        string step = $"    {Api.Run(program.Element)} step = run with\n    {{\n{string.Join("\n", lines)}\n    }};";
        return $"{head}\n{{\n{step}\n    {method}(in step);\n}}";
    }

    /// <summary>The method that runs a turn.</summary>
    public static string MethodOf(string title, bool isForward) => title + (isForward ? "Forward" : "Backward");

    /// <summary>What a turn gets and gives. Where nothing is kept, the turns write to and fro, so that the last writes the result.</summary>
    private static IEnumerable<(string Field, string Value)> ForwardEnds(ProgramContext program, Region region, LoopBody body)
    {
        string input = program.AddressOf(region.Anchor!.Operands[0]), result = program.AddressOf(region.Anchor);
        int last = body.Count - 1;
        if (PartOf(region, LoopPartKind.Chain) is { } chain)
        {
            yield return ("Input", $"turn == 0 ? {input} : {Link(program, chain, "(turn - 1)")}");
            yield return ("Output", $"turn == {last} ? {result} : {Link(program, chain, "turn")}");
        }
        else
        {
            string other = Exchange(program, region, body, "0");
            yield return ("Input", $"turn == 0 ? {input} : ((turn - {body.Count}) & 1) == 0 ? {result} : {other}");
            yield return ("Output", $"((turn - {last}) & 1) == 0 ? {result} : {other}");
        }
    }

    private static IEnumerable<(string Field, string Value)> BackwardEnds(ProgramContext program, Region region, LoopBody body)
    {
        Value anchor = region.Anchor!;
        int last = body.Count - 1;
        Value chain = PartOf(region, LoopPartKind.Chain)!;
        LoopGradient gradient = (LoopGradient)anchor.Operation;
        string[] ends = [.. anchor.Operands.Skip(1).Where(operand => operand.Operation is not LoopPart).Take(gradient.Ends).Select(program.AddressOf)];
        if (gradient.ReadsInput)
        {
            yield return ("Input", $"turn == 0 ? {ends[0]} : {Link(program, chain, "(turn - 1)")}");
        }

        if (gradient.ReadsOutput)
        {
            yield return ("Output", $"turn == {last} ? {ends[ends.Length - 1]} : {Link(program, chain, "turn")}");
        }

        yield return ("Upstream", $"turn == {last} ? {program.AddressOf(anchor.Operands[0])} : {Exchange(program, region, body, "(turn & 1)")}");
        string before = Exchange(program, region, body, "((turn - 1) & 1)");
        yield return ("InputGradient", region.Stores.Contains(anchor) ? $"turn == 0 ? {program.AddressOf(anchor)} : {before}" : before);
    }

    private static IEnumerable<(string Field, string Value)> Memory(ProgramContext program, Region region, LoopBody body)
    {
        (Planning.Buffer arena, Planning.Buffer @fixed) = program.Plan.Scratch[region];
        Planning.MemoryPlan turn = program.Plan.Bodies[body];
        yield return ("Arena", ProgramContext.AddressOf(arena));
        yield return ("Fixed", ProgramContext.AddressOf(@fixed));
        if (PartOf(region, LoopPartKind.Kept) is { } kept && turn.KeptSize > 0)
        {
            yield return ("Kept", $"{program.AddressOf(kept)} + (run.Batch * turn * {turn.KeptSize})");
        }

        if (PartOf(region, LoopPartKind.KeptFixed) is { } keptFixed && turn.KeptFixedSize > 0)
        {
            yield return ("KeptFixed", $"{program.AddressOf(keptFixed)} + (turn * {turn.KeptFixedSize})");
        }

        yield return ("Parameters", Parameters(body));
        yield return ("Gradients", $"run.Gradients + (turn * {body.Trained.Stride})");
        yield return ("BufferShift", BufferShift(body));
        foreach ((string field, string value) in Ready(program, region))
        {
            yield return (field, value);
        }

        Value[] others = [.. region.Anchor!.Operands.Skip(1).Where(operand => operand.Operation is not LoopPart).Skip(region.Anchor.Operation is LoopGradient gradient ? gradient.Ends : 0)];
        if (others.Length > 0)
        {
            yield return ("Lengths", program.AddressOf(others[0]));
        }

        if (body.States.Stride > 0)
        {
            yield return ("State", $"run.State + (run.Batch * ({body.States.Offset} + (turn * {body.States.Stride})))");
        }

        yield return ("Key", "run.Key.DeriveTurn(turn)");
    }

    private static string Parameters(LoopBody body) => $"run.Parameters + (turn * {body.Trained.Stride})";

    private static string BufferShift(LoopBody body) => $"run.BufferShift + (turn * {body.Buffers.Stride - body.Trained.Stride})";

    /// <summary>What a turn has ready of its weights.</summary>
    private static IEnumerable<(string Field, string Value)> Ready(ProgramContext program, Region region)
    {
        if (program.Plan.Ready.Turns.TryGetValue(region, out (Stretch Prepared, Stretch Packed) turns))
        {
            if (turns.Prepared.Stride > 0)
            {
                yield return ("Prepared", $"run.Prepared + ({Place(turns.Prepared)})");
            }

            if (turns.Packed.Stride > 0)
            {
                yield return ("Packed", $"run.PackedAt({Place(turns.Packed)})");
            }
        }

        static string Place(Stretch turns) => turns.Offset == 0 ? $"turn * {turns.Stride}" : $"{turns.Offset} + (turn * {turns.Stride})";
    }

    /// <summary>What the turns leave, going forward, or what they left, in reverse.</summary>
    private static Value? PartOf(Region region, LoopPartKind kind) =>
        region.Companions.Concat(region.Anchor!.Operands).FirstOrDefault(part => part.Operation is LoopPart { Kind: var own } && own == kind);

    /// <summary>What a turn gives to the next.</summary>
    private static string Link(ProgramContext program, Value chain, string turn) =>
        $"{program.AddressOf(chain)} + (run.Batch * {turn} * {((LoopPart)chain.Operation).Body.Output.Type.Size})";

    /// <summary>A buffer that turns hand on what no one else needs, behind the memory that a turn works in.</summary>
    private static string Exchange(ProgramContext program, Region region, LoopBody body, string slot)
    {
        Planning.Buffer arena = program.Plan.Scratch[region].Arena;
        string start = ProgramContext.AddressOf(arena with { Offset = arena.Offset + program.Plan.Bodies[body].ArenaSize });
        return slot == "0" ? start : $"{start} + (run.Batch * {slot} * {body.Output.Type.Size})";
    }
}
