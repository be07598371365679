using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>Finds what follows from the weights alone, so that it can be computed once for all predictions.</summary>
internal static class WeightsOnly
{
    /// <param name="values">Values, each behind its operands.</param>
    /// <param name="results">What the program leaves in places of its own; it is computed in each run.</param>
    /// <returns>The parameters and tables among the values, and all that reads nothing else.</returns>
    public static HashSet<Value> Find(IEnumerable<Value> values, HashSet<Value> results)
    {
        HashSet<Value> found = [];
        foreach (Value value in values)
        {
            if (!value.Type.IsBatched && value.Operation is not Source && !results.Contains(value.Resolved) && value.Operands.All(found.Contains) && IsSameInEachRun(value.Operation))
            {
                found.Add(value);
            }
        }

        return found;
    }

    private static bool IsSameInEachRun(Operation operation)
    {
        bool isSame = true;
        if (operation.ElementWise is { } expression)
        {
            ScalarMath.Rewrite(expression, node =>
            {
                isSame &= node is not (Scalar.Uniform or Scalar.BatchSize);
                return node;
            });
        }

        return isSame;
    }
}
