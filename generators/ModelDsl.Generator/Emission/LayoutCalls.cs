using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the calls of kernels that only move elements: all of them are strided copies.</summary>
internal static class LayoutCalls
{
    /// <summary>The axes that a copy has.</summary>
    private const int Rank = 4;

    public static IEnumerable<string> Write(ProgramContext program, Region region) => Write(program, region.Anchor!, region.Views);

    private static IEnumerable<string> Write(ProgramContext program, Value value, IReadOnlyList<Value> views) => value.Operation switch
    {
        Transpose or Slice => [Copy(program, View.Of(value, [.. views, value]), value)],
        Pad pad =>
        [
            CallWriter.Invocation($"{Api.Layout}.Clear", program.AddressOf(value), CallWriter.Times(value.Type, value.Type.Size)),
            Copy(program, View.Of(value.Operands[0], views), value, View.Offset(View.Strides(pad.Shape), pad.Starts)),
        ],
        Concatenate concatenate => Pieces(program, value, concatenate.Axis),
        Resample resample => [CallWriter.Invocation(
            $"{Api.Resample}.{resample.Kind}{(resample.IsGradient ? "Gradient" : string.Empty)}",
            program.AddressOf(value.Operands[0]), program.AddressOf(value), "run.Batch",
            $"{resample.Small[0]}, {resample.Small[1]}, {resample.Small[2]}, {resample.FactorHeight}, {resample.FactorWidth}")],
        _ => throw new InvalidOperationException($"{value.Operation.Text} has no kernel."),
    };

    private static IEnumerable<string> Pieces(ProgramContext program, Value value, int axis)
    {
        int offset = 0;
        foreach (Value operand in value.Operands)
        {
            yield return Copy(program, View.Of(operand, []), value, offset);
            offset += operand.Type.Shape[axis] * value.Type.Shape.Stride(axis);
        }
    }

    private static string Copy(ProgramContext program, View from, Value to, int destinationOffset = 0)
    {
        int missing = Rank - from.Sizes.Rank;
        string Padded(IEnumerable<int> values, int filler) => string.Join(", ", Enumerable.Repeat(filler, missing).Concat(values));
        string shape = $"new {Api.Kernels}CopyShape({Padded(from.Sizes.ToArray(), 1)}, {Padded(from.StridesInSource, 0)}, {Padded(View.Strides(to.Type.Shape), 0)})";
        return CallWriter.Invocation(
            $"{Api.Layout}.Copy", CallWriter.At(program.AddressOf(from.Source), from.Start), CallWriter.At(program.AddressOf(to), destinationOffset),
            to.Type.IsBatched ? "run.Batch" : "1", $"{from.Source.Type.Size}, {to.Type.Size}", shape);
    }
}
