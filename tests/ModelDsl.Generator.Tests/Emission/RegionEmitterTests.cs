using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Planning;
using static ModelDsl.Generator.Graph.ScalarMath;
using Buffer = ModelDsl.Generator.Planning.Buffer;

namespace ModelDsl.Generator.Tests.Emission;

public sealed class RegionEmitterTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void A_reshaped_operand_is_repeated_as_its_own_shape_says()
    {
        Value image = graph.Input(new Shape(2, 3, 5));
        Value channels = graph.Map(Exp(Arg(0)), graph.SumMiddle(image));
        Value shifted = graph.Map(Add(Arg(0), Arg(1)), image, graph.Reshape(channels, image.Type.Shape.Channels));

        string code = Emit(shifted);

        Assert.Contains("((row / 6 * 5) + column), count)", code, StringComparison.Ordinal);
        Assert.DoesNotContain("V.Splat", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_over_the_same_rows_share_one_sweep()
    {
        Value rows = graph.Input(new Shape(4, 3));
        Value sum = graph.SumLeading(rows, new Shape(3)), squares = graph.SumLeading(graph.Map(Square(Arg(0)), rows), new Shape(3));

        string code = Emit(graph.Map(Add(Arg(0), Arg(1)), sum, squares));

        Assert.Equal(1, code.Split("Reduce.Columns").Length - 1);
        Assert.Contains("sum1 +=", code, StringComparison.Ordinal);
    }

    private string Emit(Value result)
    {
        FusedProgram fused = Fusion.Run(graph, new ProgramResults([new("result", result)], []), new Dictionary<LoopBody, ProgramResults>());
        MemoryPlan plan = MemoryPlanner.Plan(fused, new Dictionary<Value, Buffer>(), sizeof(float));
        ProgramContext program = new("Net", "Inference", "float", plan, new ValueNames(graph.Values, new Dictionary<Value, Value>()), [], new Dictionary<Operation, string>());
        RegionEmitter emitter = new(program);
        SourceWriter writer = new();
        for (int i = 0; i < program.Regions.Count; i++)
        {
            emitter.WriteMethod(writer, i);
        }

        emitter.WriteStructs(writer);
        return writer.ToString();
    }
}
