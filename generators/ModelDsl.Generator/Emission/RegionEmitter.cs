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
        writer.Line($"// {Documentation.Formula(program.Names, region)}");
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
        string Address(Value value) => program.AddressOf(value);
        Value? anchor = region.Anchor;
        switch (anchor?.Operation)
        {
            case null:
                MapEmitter map = Struct(region, number);
                int cost = Cost(region);
                return map.IsFlat
                    ? $"{Api.Map}.RunFlat<{program.Element}, {program.StructOf(number)}>({map.Construction}, {Count(region.Iteration)}, {cost})"
                    : $"{Api.Map}.Run<{program.Element}, {program.StructOf(number)}>({map.Construction}, {Rows(region.Iteration)}, {region.Iteration.Shape.Columns}, {cost})";
            case MatMul product:
                return Product(region, number, product);
            case Sum { Axes: SumAxes.Last }:
                return $"{Api.Reduce}.Rows<{program.Element}, {program.StructOf(number)}>({Struct(region, number).Construction}, {Rows(region.Iteration)}, {region.Iteration.Shape.Columns}, {Address(anchor)}, {Cost(region)})";
            case Sum { Axes: SumAxes.All }:
                return $"{Api.Reduce}.Sum({Address(anchor.Operands[0])}, {Count(anchor.Operands[0].Type)}, {Address(anchor)})";
            case Sum:
                TensorType summed = anchor.Operands[0].Type;
                return $"{Api.Reduce}.Columns({Address(anchor.Operands[0])}, {Times(summed, summed.Size / anchor.Type.Size)}, {anchor.Type.Size}, {Address(anchor)})";
            case Softmax or LogSumExp:
                TensorType type = anchor.Operands[0].Type;
                return $"{Api.Rows}.{(anchor.Operation is Softmax ? "Softmax" : "LogSumExp")}({Address(anchor.Operands[0])}, {Address(anchor)}, {Rows(type)}, {type.Shape.Columns})";
            default:
                throw new InvalidOperationException($"{anchor.Operation.Text} has no kernel.");
        }
    }

    private string Product(Region region, int number, MatMul product)
    {
        Value anchor = region.Anchor!, left = anchor.Operands[0], right = anchor.Operands[1];
        Value place = region.Stores.Contains(anchor) ? anchor : region.Stores[0];
        string rows = product.TransposeLeft ? $"{left.Type.Shape.Columns}" : Rows(left.Type);
        string inner = product.TransposeLeft ? Rows(left.Type) : $"{left.Type.Shape.Columns}";
        string operands = $"""

                {Matrix(left, product.TransposeLeft)},
                {Matrix(right, product.TransposeRight)},
                {program.AddressOf(place)}, {rows}, {inner}, {anchor.Type.Shape.Columns}, accumulate: false
            """;
        return region.Maps.Count == 0
            ? $"{Api.MatMul}.Multiply({operands})"
            : $"{Api.MatMul}.Multiply<{program.Element}, {program.StructOf(number)}>({operands},\n    {Struct(region, number).Construction})";
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

    private static string Count(TensorType type) => Times(type, type.Size);

    private static string Times(TensorType type, long size) => (type.IsBatched, size) switch
    {
        (false, _) => $"{size}",
        (true, 1) => "run.Batch",
        _ => $"run.Batch * {size}",
    };
}
