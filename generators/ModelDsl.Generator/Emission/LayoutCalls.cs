using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the calls of kernels that only move elements: all of them are strided copies.</summary>
internal static class LayoutCalls
{
    /// <summary>The axes that a copy has.</summary>
    private const int Rank = 4;

    public static IEnumerable<string> Write(ProgramContext program, Value value) => value.Operation switch
    {
        Transpose transpose => [Copy(program, value.Operands[0], value, value.Type.Shape, [.. transpose.Axes.Select(axis => Stride(value.Operands[0].Type.Shape, axis))], Strides(value.Type.Shape))],
        Slice slice => [Copy(program, value.Operands[0], value, slice.Shape, Strides(value.Operands[0].Type.Shape), Strides(slice.Shape), sourceOffset: Offset(value.Operands[0].Type.Shape, slice.Starts))],
        Pad pad =>
        [
            CallWriter.Invocation($"{Api.Layout}.Clear", program.AddressOf(value), CallWriter.Times(value.Type, value.Type.Size)),
            Copy(program, value.Operands[0], value, value.Operands[0].Type.Shape, Strides(value.Operands[0].Type.Shape), Strides(pad.Shape), destinationOffset: Offset(pad.Shape, pad.Starts)),
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
        long offset = 0;
        foreach (Value operand in value.Operands)
        {
            Shape shape = operand.Type.Shape;
            yield return Copy(program, operand, value, shape, Strides(shape), Strides(value.Type.Shape), destinationOffset: offset);
            offset += shape[axis] * Stride(value.Type.Shape, axis);
        }
    }

    private static string Copy(ProgramContext program, Value from, Value to, Shape sizes, long[] fromStrides, long[] toStrides, long sourceOffset = 0, long destinationOffset = 0)
    {
        int missing = Rank - sizes.Rank;
        string Padded(IEnumerable<long> values, long filler) => string.Join(", ", Enumerable.Repeat(filler, missing).Concat(values));
        string shape = $"new {Api.Kernels}CopyShape({Padded(sizes.ToArray().Select(size => (long)size), 1)}, {Padded(fromStrides, 0)}, {Padded(toStrides, 0)})";
        return CallWriter.Invocation(
            $"{Api.Layout}.Copy", CallWriter.At(program.AddressOf(from), sourceOffset), CallWriter.At(program.AddressOf(to), destinationOffset),
            from.Type.IsBatched ? "run.Batch" : "1", $"{from.Type.Size}, {to.Type.Size}", shape);
    }

    private static long[] Strides(Shape shape) => [.. Enumerable.Range(0, shape.Rank).Select(axis => Stride(shape, axis))];

    private static long Stride(Shape shape, int axis) => Enumerable.Range(axis + 1, shape.Rank - axis - 1).Aggregate(1L, (product, later) => product * shape[later]);

    private static long Offset(Shape shape, IEnumerable<int> starts) => starts.Select((start, axis) => start * Stride(shape, axis)).Sum();
}
