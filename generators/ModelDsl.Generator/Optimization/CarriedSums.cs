using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// Finds the sums over rows that a product can carry along: those of its right operand, which it reads panel by panel anyway. So the gradient
/// of a bias costs next to nothing beside that of the weights, which is the product of the layer's input with the same gradient.
/// </summary>
internal static class CarriedSums
{
    /// <param name="live">The values of a program, each behind its operands.</param>
    /// <param name="runTogether">Whether a sum and a product belong to the same part of the program.</param>
    /// <returns>The product that carries each of the sums.</returns>
    public static Dictionary<Value, Value> Find(IReadOnlyList<Value> live, Func<Value, Value, bool> runTogether)
    {
        Dictionary<Value, Value> carriers = [];
        for (int i = 0; i < live.Count; i++)
        {
            if (ReadsPanels(live[i]) && Sum(live, i) is { } sum && runTogether(sum, live[i]) && !carriers.ContainsKey(sum))
            {
                carriers.Add(sum, live[i]);
            }
        }

        return carriers;
    }

    /// <summary>Whether a product sums over rows and reads its right operand in panels: with one row or column it is computed in another way.</summary>
    private static bool ReadsPanels(Value value) =>
        value.Operation is MatMul { TransposeLeft: true } && value.Operands[0].Type.Shape.Columns > 1 && value.Operands[1].Type.Shape.Columns > 1;

    /// <summary>The sum over the rows of a product's right operand, if it comes before the product and whoever needs it comes behind.</summary>
    private static Value? Sum(IReadOnlyList<Value> live, int product)
    {
        Value right = live[product].Operands[1];
        Value? sum = live.FirstOrDefault(value => IsSumOf(value, right));
        return sum is not null && live.Take(product).All(value => value.Operands.All(operand => operand.Resolved != sum)) ? sum : null;
    }

    private static bool IsSumOf(Value value, Value right) =>
        value.Operation is Sum { Axes: SumAxes.Leading } && value.Operands[0].Resolved == right.Resolved
        && value.Type.Shape.Size == right.Type.Shape.Columns && Fusion.SameElements(value.Operands[0].Type, right.Type);
}
