using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using ModelDsl.Generator.Parsing;
using ModelDsl.Generator.Planning;
using static ModelDsl.Generator.Tests.Models;
using Buffer = ModelDsl.Generator.Planning.Buffer;

namespace ModelDsl.Generator.Tests.Planning;

public sealed class ReadyPlannerTests
{
    [Fact]
    public void Prepared_values_lie_behind_each_other_and_nothing_else_with_them()
    {
        MemoryPlan plan = Compile(Input(6), Dense(20, bias: false), Layer("BatchNorm"), Layer("ReLU"), Dense(7, bias: false), Layer("BatchNorm"), Dense(2)).Inference.Plan;

        Buffer[] prepared = [.. plan.Buffers.Values.Where(buffer => buffer.Home == Home.Prepared).OrderBy(buffer => buffer.Offset)];
        Assert.Equal([0, 32, 64, 80], prepared.Select(buffer => buffer.Offset));
        Assert.Equal(96, plan.Ready.PreparedSize);
        Assert.All(plan.Program.Regions.Skip(plan.Program.PreparedRegionCount).SelectMany(region => region.Stores), value => Assert.NotEqual(Home.Prepared, plan.Buffers[value].Home));
    }

    [Theory]
    [InlineData(false, 32)]
    [InlineData(true, 16)]
    public void A_product_has_room_for_panels_of_the_widest_vectors(bool isDouble, int panel)
    {
        ModelSpec spec = Model(Input(5), Dense(33), Layer("ReLU"), Dense(2)) with { IsDouble = isDouble };
        ReadyPlan ready = ModelCompiler.Compile(spec, Network([.. spec.Layers])).Inference.Plan.Ready;

        int first = 5 * ((33 + panel - 1) / panel * panel);
        Assert.Equal([0, first], ready.Packed.Values);
        Assert.Equal(first + (33 * panel), ready.PackedSize);
    }

    [Fact]
    public void A_product_with_a_single_column_or_a_depthwise_convolution_is_not_packed()
    {
        Assert.Equal(0, Compile(Input(5), Dense(1)).Inference.Plan.Ready.PackedSize);
        Assert.Equal(0, Compile(Input(8, 8, 4), Layer("DepthwiseConv2D", ("kernelSize", 3))).Inference.Plan.Ready.PackedSize);
    }

    [Fact]
    public void Packed_weights_serve_a_single_example_where_it_has_several_rows()
    {
        Assert.False(Compile(Input(5), Dense(4)).Inference.Plan.Ready.PacksForOne);
        Assert.True(Compile(Input(3, 5), Dense(4)).Inference.Plan.Ready.PacksForOne);
        Assert.True(Compile(Input(8, 8, 2), Layer("Conv2D", ("filters", 4), ("kernelSize", 3))).Inference.Plan.Ready.PacksForOne);
    }

    [Fact]
    public void Training_prepares_and_packs_nothing()
    {
        MemoryPlan plan = Compile(Input(6), Dense(4, bias: false), Layer("BatchNorm"), Dense(2), Layer("MeanSquaredErrorLoss")).Training!.Plan;

        Assert.Equal((0, 0), (plan.Ready.PreparedSize, plan.Ready.PackedSize));
        Assert.DoesNotContain(plan.Buffers.Values, buffer => buffer.Home == Home.Prepared);
    }

    private static CompiledModel Compile(params LayerSpec[] layers) => ModelCompiler.Compile(Model(layers), Network(layers));
}
