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

    [Fact]
    public void A_product_is_told_where_to_leave_the_sums_that_it_carries()
    {
        Value rows = graph.Input(new Shape(4, 3)), gradient = graph.Map(Exp(Arg(0)), graph.Target(new Shape(4, 5)));
        Value sum = graph.SumLeading(gradient, new Shape(5)), product = graph.MatMul(rows, gradient, transposeLeft: true);

        string plain = Emit(graph.Map(Add(Arg(0), Arg(1)), product, sum));
        string withEpilogue = Emit(graph.Map(Add(Arg(0), Arg(1)), graph.Map(Exp(Arg(0)), product), sum));

        Assert.All([plain, withEpilogue], code => Assert.Contains("columnSums: run.Fixed", code, StringComparison.Ordinal));
        Assert.All([plain, withEpilogue], code => Assert.DoesNotContain("Reduce.Columns", code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_normal_distribution_and_its_density_are_computed_together()
    {
        Value x = graph.Input(new Shape(4));

        string code = Emit(graph.Map(Add(Multiply(NormalPdf(Arg(0)), Arg(0)), NormalCdf(Arg(0))), x));

        Assert.Contains("V t0 = V.NormalCdf(input, out V t1);", code, StringComparison.Ordinal);
        Assert.Contains("V.FusedMultiplyAdd(t1, input, t0)", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_density_alone_is_no_part_of_a_pair()
    {
        string code = Emit(graph.Map(NormalPdf(Arg(0)), graph.Input(new Shape(4))));

        Assert.Contains("V.NormalPdf(input)", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_are_inlined_as_long_as_they_fit_into_one_method()
    {
        Value x = graph.Input(new Shape(4));

        Assert.DoesNotContain("OutOfLine", Emit(graph.Map(Tanh(Softplus(Arg(0))), x)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_functions_that_do_not_fit_the_largest_are_called()
    {
        Value x = graph.Input(new Shape(4));
        Scalar many = Add(Tanh(Softplus(Arg(0))), Multiply(NormalCdf(Arg(0)), Sigmoid(Arg(0))));

        string code = Emit(graph.Map(many, x));

        Assert.Contains("Kernels.OutOfLine.NormalCdf<V, float>(input)", code, StringComparison.Ordinal);
        Assert.Contains("Kernels.OutOfLine.Softplus<V, float>(input)", code, StringComparison.Ordinal);
        Assert.Contains("V.Tanh(", code, StringComparison.Ordinal);
        Assert.Contains("V.Sigmoid(input)", code, StringComparison.Ordinal);
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
