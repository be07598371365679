using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the calls of kernels that work on sequences.</summary>
internal sealed class SequenceCalls(ProgramContext program, Region region)
{
    private const string None = "default";

    private readonly Value anchor = region.Anchor!;

    public static string Write(ProgramContext program, Region region) => new SequenceCalls(program, region).Write();

    private string Write() => anchor.Operation switch
    {
        Gather => CallWriter.Invocation($"{Api.Lookup}.Gather", At(0), At(1), program.AddressOf(anchor), $"{CallWriter.Rows(anchor.Type)}, {anchor.Type.Shape.Columns}"),
        ScatterAdd scatter => CallWriter.Invocation(
            $"{Api.Lookup}.ScatterAdd", At(0), At(1), program.AddressOf(anchor), $"{CallWriter.Rows(anchor.Operands[0].Type)}, {anchor.Type.Shape.Columns}, {scatter.Rows}, {scatter.Ignored}"),
        Attention attention => CallWriter.Invocation(
            $"{Api.Attention}.Forward", Rows(attention.Geometry, At(0), attention.Geometry.IsSelf ? null : At(1)), program.AddressOf(anchor), Companion(), Optional(attention.Sources), "run.Batch", Shape(attention.Geometry), Key(attention.Geometry)),
        StepAttention step => CallWriter.Invocation($"{Api.AttentionCache}.Step", At(0), State(step.State), At(1), program.AddressOf(anchor), "run.Batch", Shape(step.Geometry)),
        AttentionGradient gradient => Gradient(gradient.Geometry),
        Rotation rotation => CallWriter.Invocation(
            $"{Api.Rotation}.{(rotation.IsInverse ? "Invert" : "Apply")}", At(0), program.AddressOf(anchor), Optional(1), "run.Batch", $"{anchor.Type.Shape[0]}, {anchor.Type.Shape[1]}, {rotation.Heads}, {rotation.Size}, {Literals.Double(rotation.Base)}"),
        Recurrence recurrence => CallWriter.Invocation(
            $"{Api.Recurrence}.Forward", At(0), ReadyCalls.Weights(program, region), recurrence.HasBias ? At(2) : None, Optional(recurrence.Sources), recurrence.State < 0 ? None : State(recurrence.State), program.AddressOf(anchor), Companion(), "run.Batch", Shape(recurrence.Geometry)),
        RecurrenceGradient gradient => Gradient(gradient.Geometry),
        CTC loss => CallWriter.Invocation($"{Api.CTC}.Loss", At(0), At(1), Optional(CTC.Sources), program.AddressOf(anchor), Companion(), "run.Batch", Shape(loss)),
        Reversal => CallWriter.Invocation($"{Api.Layout}.Reverse", At(0), program.AddressOf(anchor), Optional(1), "run.Batch", $"{anchor.Type.Shape[0]}, {anchor.Type.Size / anchor.Type.Shape[0]}"),
        _ => throw new InvalidOperationException($"{anchor.Operation.Text} has no kernel."),
    };

    private string Gradient(AttentionGeometry geometry)
    {
        const int first = AttentionGradient.Given;
        bool isSelf = geometry.IsSelf;
        return CallWriter.Invocation(
            $"{Api.Attention}.Gradient", Rows(geometry, At(first), isSelf ? null : At(first + 1)), At(1), Optional(isSelf ? first + 1 : first + 2), At(0),
            Rows(geometry, program.AddressOf(anchor), isSelf ? null : Companion()), "run.Batch", Shape(geometry), Key(geometry));
    }

    private string Gradient(RecurrenceGeometry geometry)
    {
        const int kept = 3;
        bool keeps = geometry.Kept > 0;
        return CallWriter.Invocation(
            $"{Api.Recurrence}.Gradient", At(0), At(1), keeps ? At(kept) : None, At(2), Optional(keeps ? kept + 1 : kept), program.AddressOf(anchor), Companion(), "run.Batch", Shape(geometry));
    }

    private string At(int operand) => program.AddressOf(anchor.Operands[operand]);

    private string Optional(int operand) => operand < anchor.Operands.Count ? At(operand) : None;

    private static string State(int offset) => offset == 0 ? "run.State" : $"run.State + (run.Batch * {offset})";

    private string Companion() => region.Companions.Count > 0 ? program.AddressOf(region.Companions[0]) : None;

    /// <summary>Where queries, keys and values lie: side by side, or keys and values in a place of their own.</summary>
    private string Rows(AttentionGeometry geometry, string first, string? second)
    {
        int stride = geometry.Width + (2 * geometry.KeyWidth);
        string keys = second ?? CallWriter.At(first, geometry.Width);
        return $"new {Api.Kernels}AttentionRows<{program.Element}>({first}, {(second is null ? stride : geometry.Width)}, {keys}, {CallWriter.At(keys, geometry.KeyWidth)}, {(second is null ? stride : 2 * geometry.KeyWidth)})";
    }

    private static string Shape(AttentionGeometry g)
    {
        static string Text(bool value) => value ? "true" : "false";
        return $"new {Api.Kernels}AttentionShape({g.Queries}, {g.Keys}, {g.Heads}, {g.KeyHeads}, {g.Size}, {Text(g.IsCausal)}, {Text(g.IsSelf)}, {Text(g.HasLinearBias)}, {Literals.Double(g.Dropout)})";
    }

    public static string Shape(RecurrenceGeometry geometry) =>
        $"new {Api.Kernels}RecurrenceShape({Api.Kernels}RecurrenceKind.{geometry.Kind}, {geometry.Steps}, {geometry.Units})";

    private string Shape(CTC loss)
    {
        Shape logarithms = anchor.Operands[0].Type.Shape;
        return $"new {Api.Kernels}CTCShape({logarithms[0]}, {logarithms.Columns}, {anchor.Operands[1].Type.Shape.Columns}, {loss.Blank})";
    }

    private static string Key(AttentionGeometry geometry) => geometry.Dropout > 0 ? $"run.Key.Derive({geometry.Stream})" : None;
}
