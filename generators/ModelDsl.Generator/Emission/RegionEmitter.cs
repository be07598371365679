using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes each region of a program as a method that calls one kernel with constant sizes.</summary>
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

        writer.Line($"private static void {program.Title}{number}(in {Api.Run(program.Element)} run) =>");
        writer.Indented(() => writer.Line($"{Call(region, number)};"));
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

    private string Call(Region region, int number)
    {
        Value? anchor = region.Anchor;
        return anchor?.Operation switch
        {
            null => ElementWise(region, number),
            MatMul product => Product(region, number, product),
            Sum { Axes: SumAxes.Last } => Invocation(
                $"{Api.Reduce}.Rows<{program.Element}, {program.StructOf(number)}>",
                Struct(region, number).Construction, $"{Rows(region.Iteration)}, {region.Iteration.Shape.Columns}, {program.AddressOf(anchor)}, {Cost(region)}"),
            Sum { Axes: SumAxes.All } => Invocation(
                $"{Api.Reduce}.Sum", program.AddressOf(anchor.Operands[0]), $"{Times(anchor.Operands[0].Type, anchor.Operands[0].Type.Size)}, {program.AddressOf(anchor)}"),
            Sum => Invocation(
                $"{Api.Reduce}.Columns",
                program.AddressOf(anchor.Operands[0]), $"{Times(anchor.Operands[0].Type, anchor.Operands[0].Type.Size / anchor.Type.Size)}, {anchor.Type.Size}, {program.AddressOf(anchor)}"),
            Softmax or LogSumExp => Invocation(
                $"{Api.Rows}.{(anchor.Operation is Softmax ? "Softmax" : "LogSumExp")}",
                program.AddressOf(anchor.Operands[0]), program.AddressOf(anchor), $"{Rows(anchor.Operands[0].Type)}, {anchor.Operands[0].Type.Shape.Columns}"),
            _ => throw new InvalidOperationException($"{anchor.Operation.Text} has no kernel."),
        };
    }

    /// <summary>A call on one line if it is short, else with a line for each argument.</summary>
    private static string Invocation(string method, params string[] arguments)
    {
        const int longest = 130;
        string line = $"{method}({string.Join(", ", arguments)})";
        return line.Length <= longest ? line : $"{method}(\n    {string.Join(",\n    ", arguments)})";
    }

    private string ElementWise(Region region, int number)
    {
        MapEmitter map = Struct(region, number);
        TensorType over = region.Iteration;
        return map.IsFlat
            ? Invocation($"{Api.Map}.RunFlat<{program.Element}, {program.StructOf(number)}>", map.Construction, $"{Times(over, over.Size)}, {Cost(region)}")
            : Invocation($"{Api.Map}.Run<{program.Element}, {program.StructOf(number)}>", map.Construction, $"{Rows(over)}, {over.Shape.Columns}, {Cost(region)}");
    }

    private string Product(Region region, int number, MatMul product)
    {
        Value anchor = region.Anchor!, left = anchor.Operands[0], right = anchor.Operands[1];
        Value place = region.Stores.Contains(anchor) ? anchor : region.Stores[0];
        string rows = product.TransposeLeft ? $"{left.Type.Shape.Columns}" : Rows(left.Type);
        string inner = product.TransposeLeft ? Rows(left.Type) : $"{left.Type.Shape.Columns}";
        string[] operands = [Matrix(left, product.TransposeLeft), Matrix(right, product.TransposeRight), $"{program.AddressOf(place)}, {rows}, {inner}, {anchor.Type.Shape.Columns}, accumulate: false"];
        return region.Maps.Count == 0
            ? Invocation($"{Api.MatMul}.Multiply", operands)
            : Invocation($"{Api.MatMul}.Multiply<{program.Element}, {program.StructOf(number)}>", [.. operands, Struct(region, number).Construction]);
    }

    private string Matrix(Value value, bool transposed) =>
        $"new {Api.Kernels}Matrix<{program.Element}>({program.AddressOf(value)}, {value.Type.Shape.Columns}, {(transposed ? "transposed: true" : "transposed: false")})";

    private MapEmitter Struct(Region region, int number)
    {
        MapEmitter map = new(program, region, number);
        structs.Add(map);
        return map;
    }

    private static int Cost(Region region) => Math.Max(1, region.Maps.Sum(map => ScalarMath.Cost(((Map)map.Operation).Expression)));

    private static string Rows(TensorType type) => Times(type, type.Size / type.Shape.Columns);

    private static string Times(TensorType type, long size) => (type.IsBatched, size) switch
    {
        (false, _) => $"{size}",
        (true, 1) => "run.Batch",
        _ => $"run.Batch * {size}",
    };
}
