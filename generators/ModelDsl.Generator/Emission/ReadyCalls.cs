using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the two methods that make a program's weights ready for all its runs: one computes what follows from the weights alone, one packs weights as kernels read them.</summary>
internal static class ReadyCalls
{
    /// <summary>The methods of a model.</summary>
    public static void WriteMembers(SourceWriter writer, ProgramContext program)
    {
        if (program.Plan.Ready.PreparedSize > 0)
        {
            writer.Line("/// <inheritdoc/>");
            Write(writer, program, "protected override void Prepare", Prepared(program));
        }

        if (program.Plan.Ready.PackedSize > 0)
        {
            writer.Line("/// <inheritdoc/>");
            Write(writer, program, "protected override void Pack", Packed(program));
        }
    }

    /// <summary>The methods of one turn of a loop.</summary>
    public static void WriteTurn(SourceWriter writer, ProgramContext turn)
    {
        if (turn.Plan.Ready.PreparedSize > 0)
        {
            Write(writer, turn, $"private static void {turn.Title}Prepare", Prepared(turn));
        }

        if (turn.Plan.Ready.PackedSize > 0)
        {
            Write(writer, turn, $"private static void {turn.Title}Pack", Packed(turn));
        }
    }

    /// <summary>The argument that says where a region's weights are packed, if they are.</summary>
    public static string[] Argument(ProgramContext program, Region region) =>
        program.Plan.Ready.Packed.TryGetValue(region, out int offset) ? [$"packed: run.PackedAt({offset})"] : [];

    /// <summary>The weights of a region, its second operand: as they are, and packed if they are.</summary>
    public static string Weights(ProgramContext program, Region region)
    {
        string address = program.AddressOf(region.Anchor!.Operands[1]);
        string[] packed = Argument(program, region);
        return packed.Length == 0 ? address : $"new {Api.Kernels}Weights<{program.Element}>({string.Join(", ", [address, .. packed])})";
    }

    private static void Write(SourceWriter writer, ProgramContext program, string method, IEnumerable<string> calls)
    {
        writer.Block($"{method}(in {Api.Run(program.Element)} run)", () =>
        {
            foreach (string call in calls)
            {
                writer.Line(call);
            }
        });
        writer.Line();
    }

    private static IEnumerable<string> Prepared(ProgramContext program) =>
    [
        .. Enumerable.Range(0, program.Plan.Program.PreparedRegionCount).Select(i => $"{program.Title}{i}(in run);"),
        .. Turns(program, "Prepare", ready => ready.PreparedSize),
    ];

    private static IEnumerable<string> Packed(ProgramContext program) =>
    [
        .. program.Regions.Where(program.Plan.Ready.Packed.ContainsKey).Select(region => RegionEmitter.Pack(program, region) + ";"),
        .. Turns(program, "Pack", ready => ready.PackedSize),
    ];

    private static IEnumerable<string> Turns(ProgramContext program, string method, Func<ReadyPlan, int> size) => program.Regions
        .Where(region => region.LoopBody is { } body && size(program.Plan.Bodies[body].Ready) > 0)
        .Select(region => LoopCalls.WriteReady(program, region, method));
}
