using System.Numerics;

namespace ModelDsl;

/// <summary>What all metrics ask of their arguments.</summary>
internal static class MetricInput
{
    /// <summary>Two spans with one element per example, at least one.</summary>
    internal static void CheckPairs(int first, string firstName, int second, string secondName)
    {
        CheckAny(second, secondName);
        if (first != second)
        {
            throw new ArgumentException($"{firstName} has {first} elements, {secondName} has {second}.", firstName);
        }
    }

    /// <summary>Scores of every class for every example: the number of classes.</summary>
    internal static int ClassCount(int scores, string name, int examples)
    {
        CheckAny(examples, "labels");
        if (scores == 0 || scores % examples != 0)
        {
            throw new ArgumentException($"{name} has {scores} elements, which is no multiple of the {examples} labels.", name);
        }

        return scores / examples;
    }

    /// <summary>A class index below the number of classes.</summary>
    internal static int CheckClass(int index, int classCount, string name) => (uint)index < (uint)classCount
        ? index
        : throw new ArgumentOutOfRangeException(name, index, $"{name} holds class {index}; there are {classCount} classes, from 0.");

    /// <summary>Scores that can be compared.</summary>
    internal static void CheckNumbers<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]))
            {
                throw new ArgumentException($"{name}[{i}] is not a number.", name);
            }
        }
    }

    private static void CheckAny(int count, string name)
    {
        if (count == 0)
        {
            throw new ArgumentException($"{name} is empty; a metric needs at least one example.", name);
        }
    }
}
