using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>
/// Finds cheap element-wise values that are computed again wherever they are read, instead of being stored: what they follow from is stored anyway, so each of them spares
/// writing an array and keeping it. So are the normalised rows of a layer norm, from rows that a residual keeps, and their gradient, from that of the scaled rows.
/// </summary>
internal static class Recomputation
{
    /// <summary>The instructions of one element up to which a value is cheap.</summary>
    private const int Cheap = 2;

    /// <param name="live">The values of a program, each behind its operands.</param>
    /// <param name="results">What the program leaves in places of its own; nothing is computed from these again, as a turn of a loop in reverse may not find them.</param>
    public static HashSet<Value> Find(IReadOnlyList<Value> live, HashSet<Value> results)
    {
        ILookup<Value, Value> readers = live.Where(value => value.Operation is not Reshape)
            .SelectMany(value => value.Operands.Select(operand => operand.Resolved).Distinct().Select(operand => (operand, value))).ToLookup(pair => pair.operand, pair => pair.value);
        HashSet<Value> found = [];
        foreach (Value value in live)
        {
            if (value.Operation.ElementWise is { } expression && ScalarMath.Cost(expression) <= Cheap && !results.Contains(value)
                && Source(value) is { } source && !found.Contains(source) && !results.Contains(source) && IsStoredAnyway(source, value, readers)
                && readers[value].Skip(1).Any() && readers[value].All(reader => CanCompute(reader, value)))
            {
                found.Add(value);
            }
        }

        return found;
    }

    /// <summary>The one operand that has as many elements as a value, or null where there are several, or none that a program stores.</summary>
    private static Value? Source(Value value)
    {
        Value[] large = [.. value.Operands.Where(operand => operand.Type.IsBatched == value.Type.IsBatched && operand.Type.Size == value.Type.Size).Select(operand => operand.Resolved).Distinct()];
        return large.Length == 1 && large[0].Operation is not (Graph.Source or Parameter or Constant) && Fusion.SameElements(large[0].Type, value.Type) ? large[0] : null;
    }

    /// <summary>Whether a kernel reads or writes the source, and others than the value read it too.</summary>
    private static bool IsStoredAnyway(Value source, Value value, ILookup<Value, Value> readers) =>
        readers[source].Any(reader => reader != value) && (source.Operation.ElementWise is null || readers[source].Any(reader => reader.Operation.ElementWise is null));

    /// <summary>Whether what reads a value can compute it on the way: element-wise work on the same elements, or a sum of them.</summary>
    private static bool CanCompute(Value reader, Value value) =>
        reader.Operation.ElementWise is not null ? Fusion.SameElements(reader.Type, value.Type)
        : (reader.Operation is Sum { Axes: SumAxes.Last } || Fusion.IsColumnSum(reader)) && Fusion.SameElements(reader.Operands[0].Type, value.Type);
}
