using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>The product, element by element, of what its blocks give; a number for each channel is repeated over the pixels.</summary>
internal sealed class MultiplyLayer : ParallelKind
{
    public override string Name => "Multiply";

    public override Shape? Join(LayerContext context, IReadOnlyList<Shape> branches)
    {
        Shape largest = Largest(branches);
        if (branches.All(branch => branch.Equals(largest) || IsPerChannel(branch, largest)))
        {
            return largest;
        }

        Disagree(context, branches, "What is multiplied has one shape, or a number for each channel of the others: change the blocks.");
        return null;
    }

    public override Value Join(LayerSpec spec, IReadOnlyList<Value> branches, Lowering lowering)
    {
        Shape result = Largest([.. branches.Select(branch => branch.Type.Shape)]);
        Value[] operands = [.. branches.Select(branch => IsPerChannel(branch.Type.Shape, result) ? lowering.Graph.Reshape(branch, result.Channels) : branch)];
        Scalar product = Enumerable.Range(1, operands.Length - 1).Aggregate(Arg(0), (left, i) => Multiply(left, Arg(i)));
        return lowering.Graph.Map(product, TensorType.Batched(result), operands);
    }

    private static Shape Largest(IReadOnlyList<Shape> shapes) => shapes.OrderByDescending(shape => shape.Size).ThenByDescending(shape => shape.Rank).First();

    /// <summary>(c), or (1, …, 1, c), beside (…, c).</summary>
    private static bool IsPerChannel(Shape shape, Shape of) =>
        !shape.Equals(of) && of.Rank > 1 && shape.Size == shape.Columns && shape.Columns == of.Columns && (shape.Rank == 1 || shape.Rank == of.Rank);
}
