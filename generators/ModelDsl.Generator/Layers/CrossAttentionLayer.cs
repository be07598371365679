using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>Attention of the steps that one block gives to those that another gives.</summary>
internal sealed class CrossAttentionLayer : ParallelKind
{
    private const int Rank = 2;

    public override string Name => "CrossAttention";

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        if (branches.Any(branch => branch.Rank != Rank))
        {
            Disagree(context, branches, "Both have to be sequences, (steps, features): change the blocks until they give some.");
            return null;
        }

        if (context.BranchesHaveLengths[0] && !context.HasLengths)
        {
            context.Report(RuleIds.LengthsLost, $"{Called(context.Spec)}: the steps that {context.Spec.Blocks[0].Name} gives have lengths, which those of the result would not have.\nRemove Lengths from its input.");
            return null;
        }

        return AttentionOptions.AreValid(context, branches[0]) ? branches[0] : null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, IReadOnlyList<Shape> branches)
    {
        int width = branches[0].Columns, memory = branches[1].Columns, keys = AttentionOptions.KeyWidth(spec, width), all = width + (2 * keys);
        IEnumerable<ParameterSpec> weights = width == memory
            ? [Weight("in_proj_weight", width, all)]
            : [Weight("q_proj_weight", width, width), Weight("k_proj_weight", memory, keys), Weight("v_proj_weight", memory, keys)];
        return WeightsAndBias.HasBias(spec)
            ? [.. weights, WeightsAndBias.Bias(spec, "in_proj_bias", all, width, all), Weight("out_proj.weight", width, width), WeightsAndBias.Bias(spec, "out_proj.bias", width, width, width)]
            : [.. weights, Weight("out_proj.weight", width, width)];

        ParameterSpec Weight(string role, int from, int to) => WeightsAndBias.Weight(spec, role, new Shape(from, to), [1, 0], from, to);
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        (Shape query, Shape memory) = (branches[0].Type.Shape, branches[1].Type.Shape);
        (Value queries, Value keysAndValues) = Project(spec, branches[0], branches[1], lowering);
        AttentionGeometry geometry = AttentionOptions.Geometry(spec, query.Columns, query[0], memory[0], isSelf: false, lowering);
        Value attended = lowering.BranchLengths[1] is { } lengths ? graph.Attention(geometry, queries, keysAndValues, lengths) : graph.Attention(geometry, queries, keysAndValues);
        return WeightsAndBias.AddBias(spec, graph.MatMul(attended, lowering.Parameter("out_proj.weight")), lowering, "out_proj.bias");
    }

    /// <summary>The queries, and keys and values side by side.</summary>
    private static (Value Queries, Value KeysAndValues) Project(LayerSpec spec, Value query, Value memory, Lowering lowering)
    {
        TensorGraph graph = lowering.Graph;
        int width = query.Type.Shape.Columns, both = 2 * AttentionOptions.KeyWidth(spec, width);
        if (memory.Type.Shape.Columns != width)
        {
            Value keys = graph.MatMul(memory, lowering.Parameter("k_proj_weight")), values = graph.MatMul(memory, lowering.Parameter("v_proj_weight"));
            return (WithBias(graph.MatMul(query, lowering.Parameter("q_proj_weight")), 0), WithBias(graph.Concatenate([keys, values], 1), width));
        }

        Value weights = lowering.Parameter("in_proj_weight");
        Value ofQueries = graph.Slice(weights, [0, 0], new Shape(width, width)), ofOthers = graph.Slice(weights, [0, width], new Shape(width, both));
        return (WithBias(graph.MatMul(query, ofQueries), 0), WithBias(graph.MatMul(memory, ofOthers), width));

        Value WithBias(Value product, int from) => WeightsAndBias.HasBias(spec)
            ? graph.Map(Add(Arg(0), Arg(1)), product, graph.Slice(lowering.Parameter("in_proj_bias"), [from], new Shape(product.Type.Shape.Columns)))
            : product;
    }
}
