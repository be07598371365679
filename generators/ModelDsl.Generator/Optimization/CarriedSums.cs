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
        ILookup<Value, Value> sums = live.Where(value => value.Operation is Sum { Axes: SumAxes.Leading }).ToLookup(sum => sum.Operands[0].Resolved);
        Dictionary<Value, int> firstReaders = FirstReaders(live);
        Dictionary<Value, Value> carriers = [];
        for (int i = 0; i < live.Count; i++)
        {
            Value product = live[i];
            if (ReadsPanels(product)
                && sums[product.Operands[1].Resolved].FirstOrDefault(value => IsSumOf(value, product.Operands[1])) is { } sum
                && !(firstReaders.TryGetValue(sum, out int reader) && reader < i)
                && runTogether(sum, product) && !carriers.ContainsKey(sum))
            {
                carriers.Add(sum, product);
            }
        }

        return carriers;
    }

    /// <summary>Where each value is read first: a sum can come with a product only if nobody needs it before.</summary>
    private static Dictionary<Value, int> FirstReaders(IReadOnlyList<Value> live)
    {
        Dictionary<Value, int> readers = [];
        for (int i = live.Count - 1; i >= 0; i--)
        {
            foreach (Value operand in live[i].Operands)
            {
                readers[operand.Resolved] = i;
            }
        }

        return readers;
    }

    /// <summary>Whether a product sums over rows and reads its right operand in panels: with one row or column it is computed in another way.</summary>
    private static bool ReadsPanels(Value value) =>
        value.Operation is MatMul { TransposeLeft: true } && value.Operands[0].Type.Shape.Columns > 1 && value.Operands[1].Type.Shape.Columns > 1;

    /// <summary>Whether a sum of a product's right operand has a number for each of its columns: under another shape its rows may be others.</summary>
    private static bool IsSumOf(Value value, Value right) =>
        value.Type.Shape.Size == right.Type.Shape.Columns && Fusion.SameElements(value.Operands[0].Type, right.Type);
}
