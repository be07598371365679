using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes each region of a program as a method that calls its kernel with constant sizes.</summary>
internal sealed class RegionEmitter(ProgramContext program)
{
    private readonly List<MapEmitter> structs = [];

    /// <summary>The method of a region.</summary>
    public void WriteMethod(SourceWriter writer, int number)
    {
        Region region = program.Regions[number];
        foreach (string formula in Documentation.Formulas(program.Names, region))
        {
            writer.Line($"// {formula}");
        }

        string head = $"private static void {program.Title}{number}(in {Api.Run(program.Element)} run)";
        string[] calls = [.. Calls(region, number)];
        if (calls.Length == 1 && region.LoopBody is null)
        {
            writer.Line($"{head} =>");
            writer.Indented(() => writer.Line($"{calls[0]};"));
        }
        else
        {
            writer.Block(head, () => Array.ForEach(calls, call => writer.Line(call.EndsWith("}", StringComparison.Ordinal) ? call : $"{call};")));
        }

        writer.Line();
    }

    /// <summary>The file-local structs of the element-wise work, after all methods have been written.</summary>
    public void WriteStructs(SourceWriter writer)
    {
        foreach (MapEmitter map in structs)
        {
            writer.Line();
            map.WriteStruct(writer);
        }
    }

    private IEnumerable<string> Calls(Region region, int number)
    {
        Value? anchor = region.Anchor;
        return anchor?.Operation switch
        {
            null when region.Sums.Count > 0 => [ColumnSums(region, number)],
            null => [ElementWise(region, number)],
            MatMul product => [Product(region, number, product)],
            Convolution convolution => [Convolve(region, number, convolution)],
            Sum sum => [Reduction(region, number, sum)],
            Softmax or LogSumExp => [RowFunctions(anchor.Operands[0], [anchor, .. region.Companions])],
            Pool or PoolGradient => [PoolCalls.Write(program, region)],
            Gather or ScatterAdd or Attention or StepAttention or AttentionGradient or Rotation or Recurrence or RecurrenceGradient or Reversal or CTC => [SequenceCalls.Write(program, region)],
            Loop or LoopGradient => [LoopCalls.Write(program, region)],
            _ => LayoutCalls.Write(program, region),
        };
    }

    /// <summary>The softmax of rows, their log-sum-exp, or both.</summary>
    private string RowFunctions(Value operand, Value[] results)
    {
        Value[] ordered = [.. results.OrderBy(result => result.Operation is LogSumExp)];
        return CallWriter.Invocation(
            $"{Api.Rows}.{string.Join("And", ordered.Select(result => result.Operation is Softmax ? "Softmax" : "LogSumExp"))}",
            [program.AddressOf(operand), .. ordered.Select(program.AddressOf), $"{CallWriter.Rows(operand.Type)}, {operand.Type.Shape.Columns}"]);
    }

    private string Reduction(Region region, int number, Sum sum)
    {
        Value anchor = region.Anchor!, operand = anchor.Operands[0];
        return sum.Axes switch
        {
            SumAxes.Last => CallWriter.Invocation(
                $"{Api.Reduce}.Rows<{program.Element}, {program.StructOf(number)}>",
                Struct(region, number).Construction, $"{CallWriter.Rows(region.Iteration)}, {region.Iteration.Shape.Columns}, {program.AddressOf(anchor)}, {Cost(region)}"),
            SumAxes.All => CallWriter.Invocation(
                $"{Api.Reduce}.Sum", program.AddressOf(operand), $"{CallWriter.Times(operand.Type, operand.Type.Size)}, {program.AddressOf(anchor)}"),
            _ => CallWriter.Invocation(
                $"{Api.Reduce}.Columns",
                program.AddressOf(operand), $"{CallWriter.Times(operand.Type, operand.Type.Size / anchor.Type.Size)}, {anchor.Type.Size}, {program.AddressOf(anchor)}"),
        };
    }

    /// <summary>One sweep over the elements that carries up to four sums; those not used have no address.</summary>
    private string ColumnSums(Region region, int number)
    {
        TensorType over = region.Iteration;
        bool isPerExample = region.Sums[0].Operation is Sum { Axes: SumAxes.Middle };
        long pixels = over.Size / over.Shape.Columns;
        string groups = isPerExample ? $"run.Batch, {pixels}" : $"1, {CallWriter.Rows(over)}";
        string[] places = [.. Enumerable.Range(0, Region.MaxSums).Select(i => i < region.Sums.Count ? program.AddressOf(region.Sums[i]) : "default")];
        return CallWriter.Invocation(
            $"{Api.Reduce}.Columns<{program.Element}, {program.StructOf(number)}>",
            [Struct(region, number).Construction, $"{groups}, {over.Shape.Columns}", .. places, $"{Cost(region)}"]);
    }

    private string ElementWise(Region region, int number)
    {
        MapEmitter map = Struct(region, number);
        TensorType over = region.Iteration;
        return map.IsFlat
            ? CallWriter.Invocation($"{Api.Map}.RunFlat<{program.Element}, {program.StructOf(number)}>", map.Construction, $"{CallWriter.Times(over, over.Size)}, {Cost(region)}")
            : CallWriter.Invocation($"{Api.Map}.Run<{program.Element}, {program.StructOf(number)}>", map.Construction, $"{CallWriter.Rows(over)}, {over.Shape.Columns}, {Cost(region)}");
    }

    /// <summary>The call that packs a region's weights as its kernel reads them.</summary>
    public static string Pack(ProgramContext program, Region region)
    {
        Value anchor = region.Anchor!;
        return anchor.Operation switch
        {
            MatMul product => CallWriter.Invocation(
                $"{Api.MatMul}.Pack", Right(program, region, product), $"{anchor.Operands[0].Type.Shape.Columns}, {anchor.Type.Shape.Columns}"),
            Convolution convolution => CallWriter.Invocation(
                $"{Api.Convolution}.Pack", ReadyCalls.Weights(program, region), CallWriter.Shape(convolution.Geometry), convolution.Result == ConvolutionResult.Output ? "gradient: false" : "gradient: true"),
            Recurrence recurrence => CallWriter.Invocation($"{Api.Recurrence}.Pack", ReadyCalls.Weights(program, region), SequenceCalls.Shape(recurrence.Geometry)),
            _ => throw new InvalidOperationException($"{anchor.Operation.Text} reads no packed weights."),
        };
    }

    private string Product(Region region, int number, MatMul product)
    {
        Value anchor = region.Anchor!, left = anchor.Operands[0];
        string rows = product.TransposeLeft ? $"{left.Type.Shape.Columns}" : CallWriter.Rows(left.Type);
        string inner = product.TransposeLeft ? CallWriter.Rows(left.Type) : $"{left.Type.Shape.Columns}";
        bool readsChangingWeights = !product.TransposeLeft && !product.TransposeRight && anchor.Operands[1].Resolved.Operation is Parameter && program.IsTraining;
        string[] options = [.. region.Companions.Select(sum => $"columnSums: {program.AddressOf(sum)}"), .. readsChangingWeights ? ["sharesWeights: true"] : Array.Empty<string>()];
        return WithEpilogue(
            region, number, $"{Api.MatMul}.Multiply", [Matrix(program, left, product.TransposeLeft), Right(program, region, product), $"{Place(region)}, {rows}, {inner}, {anchor.Type.Shape.Columns}, accumulate: false"], options);
    }

    private string Convolve(Region region, int number, Convolution convolution)
    {
        Value anchor = region.Anchor!;
        string method = convolution.Result == ConvolutionResult.Output ? "Forward" : convolution.Result.ToString();
        return WithEpilogue(
            region, number, $"{Api.Convolution}.{method}", [program.AddressOf(anchor.Operands[0]), ReadyCalls.Weights(program, region), Place(region), "run.Batch", CallWriter.Shape(convolution.Geometry)]);
    }

    /// <summary>The call of a kernel that does element-wise work on each element of its result.</summary>
    private string WithEpilogue(Region region, int number, string method, string[] arguments, params string[] options) => region.Maps.Count == 0
        ? CallWriter.Invocation(method, [.. arguments, .. options])
        : CallWriter.Invocation($"{method}<{program.Element}, {program.StructOf(number)}>", [.. arguments, Struct(region, number).Construction, .. options]);

    /// <summary>Where the anchor's elements are written: where nobody else needs them, the first result overwrites them.</summary>
    private string Place(Region region) => program.AddressOf(region.Stores.Contains(region.Anchor!) ? region.Anchor! : region.Stores[0]);

    private static string Right(ProgramContext program, Region region, MatMul product) =>
        Matrix(program, region.Anchor!.Operands[1], product.TransposeRight, ReadyCalls.Argument(program, region));

    private static string Matrix(ProgramContext program, Value value, bool transposed, params string[] packed)
    {
        string[] arguments = [program.AddressOf(value), $"{value.Type.Shape.Columns}", transposed ? "transposed: true" : "transposed: false", .. packed];
        return $"new {Api.Kernels}Matrix<{program.Element}>({string.Join(", ", arguments)})";
    }

    private MapEmitter Struct(Region region, int number)
    {
        MapEmitter map = new(program, region, number);
        structs.Add(map);
        return map;
    }

    private static int Cost(Region region) => Math.Max(1, region.Sums.Count + region.Maps.Sum(map => ScalarMath.Cost(map.Operation.ElementWise!)));
}
