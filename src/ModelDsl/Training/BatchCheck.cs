using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace ModelDsl;

/// <summary>What values a model takes.</summary>
/// <param name="ClassCount">One more than the largest class index.</param>
/// <param name="IgnoredLabel">A label that is allowed besides, or null.</param>
/// <param name="HasBinaryTargets">Whether target values lie in [0, 1].</param>
/// <param name="Tokens">The features that are ids, or none.</param>
/// <param name="Heads">The outputs whose targets lie one behind the other, or none.</param>
/// <param name="ParameterName">The argument that the values came in, for messages.</param>
internal readonly record struct ValueLimits(int ClassCount, int? IgnoredLabel, bool HasBinaryTargets, TokenFeatures[] Tokens, OutputHead[] Heads, string ParameterName)
{
    /// <summary>A label that is not allowed, where labels are a sequence whose end may be filled up with <see cref="IgnoredLabel"/>; else null.</summary>
    internal int? BlankLabel { get; init; }
}

/// <summary>
/// Checks of sizes and values before they reach generated code. A message names an example by its index in the data: the element of
/// <c>indices</c>, or its place in the batch where there are none.
/// </summary>
internal static partial class BatchCheck
{
    /// <summary>The number of examples in <paramref name="length"/> values.</summary>
    internal static int Examples(int length, int size, string name)
    {
        (int examples, int rest) = Math.DivRem(length, size);
        return rest == 0 ? examples : throw Fault(name, $"{name} holds {length} values, which is not a multiple of the {size} of one example.");
    }

    internal static void Length(int length, long expected, string what, int examples, string name)
    {
        if (length != expected)
        {
            throw Fault(name, $"{name} holds {length} {what}s, but {examples} examples have {expected}.");
        }
    }

    internal static void Finite<T>(ReadOnlySpan<T> values, int size, string what, ReadOnlySpan<int> indices, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.IsEmpty || TensorPrimitives.IsFiniteAll(values))
        {
            return;
        }

        int at = FirstNotFinite(values);
        throw Fault(name, $"{name}: {what} {at % size} of example {Index(at / size, indices)} is {Text(values[at])}; training needs finite numbers.");
    }

    /// <summary>Whether features that are ids are whole numbers of the vocabulary.</summary>
    internal static void Tokens<T>(ReadOnlySpan<T> features, int size, TokenFeatures[] tokens, ReadOnlySpan<int> indices, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (TokenFeatures range in tokens)
        {
            T first = T.CreateChecked(range.First), end = T.CreateSaturating(range.Vocabulary);
            for (int row = 0; row < features.Length / size; row++)
            {
                ReadOnlySpan<T> ids = features.Slice((row * size) + range.Offset, range.Count);
                for (int i = 0; i < ids.Length; i++)
                {
                    if (!(ids[i] >= first && ids[i] < end && T.IsInteger(ids[i])))
                    {
                        throw TokenFault(name, i, Index(row, indices), Text(ids[i]), range);
                    }
                }
            }
        }
    }

    /// <summary>Whether the ids of one example are of the vocabulary.</summary>
    internal static void Tokens(ReadOnlySpan<int> ids, TokenFeatures[] tokens, int example, string name)
    {
        foreach (TokenFeatures range in tokens)
        {
            for (int i = 0; i < range.Count; i++)
            {
                if (ids[range.Offset + i] < range.First || ids[range.Offset + i] >= range.Vocabulary)
                {
                    throw TokenFault(name, i, example, $"{ids[range.Offset + i]}", range);
                }
            }
        }
    }

    private static ArgumentException TokenFault(string name, int position, int example, string id, TokenFeatures range) => range.IsLength
        ? Fault(name, $"{name}: the length of example {example} is {id}, but an example has 1 to {range.Vocabulary - 1} steps.")
        : Fault(name, $"{name}: the id at position {position} of example {example} is {id}, but the vocabulary has the ids 0 to {range.Vocabulary - 1}.");

    internal static void Labels(ReadOnlySpan<int> labels, int size, int classCount, int? ignored, ReadOnlySpan<int> indices, string name)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classCount && labels[i] != ignored)
            {
                string range = classCount == int.MaxValue ? "class indices start at 0" : $"the model has the classes 0 to {classCount - 1}";
                throw Fault(name, $"{name}: the label of example {Index(i / size, indices)} is {labels[i]}, but {range}.");
            }
        }
    }

    internal static void Targets<T>(ReadOnlySpan<T> targets, int size, ValueLimits limits, ReadOnlySpan<int> indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Finite(targets, size, "target", indices, limits.ParameterName);
        if (limits.HasBinaryTargets)
        {
            BinaryTargets(targets, size, 0, size, indices, limits.ParameterName);
        }

        int offset = 0;
        foreach (OutputHead head in limits.Heads)
        {
            if (head.HasBinaryTargets)
            {
                BinaryTargets(targets, size, offset, head.TargetSize, indices, limits.ParameterName);
            }

            ClassTargets(targets, size, offset, head, indices, limits.ParameterName);
            offset += head.TargetSize;
        }
    }

    private static void BinaryTargets<T>(ReadOnlySpan<T> targets, int size, int offset, int count, ReadOnlySpan<int> indices, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (!(targets[i] >= T.Zero && targets[i] <= T.One) && (uint)((i % size) - offset) < (uint)count)
            {
                throw Fault(name, $"{name}: target {i % size} of example {Index(i / size, indices)} is {Text(targets[i])}, but the targets of a binary cross-entropy lie from 0 to 1.");
            }
        }
    }

    private static void ClassTargets<T>(ReadOnlySpan<T> targets, int size, int offset, OutputHead head, ReadOnlySpan<int> indices, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < targets.Length && head.ClassCount > 0; i++)
        {
            bool isOfHead = (uint)((i % size) - offset) < (uint)head.TargetSize;
            if (isOfHead && !(T.IsInteger(targets[i]) && targets[i] >= T.Zero && targets[i] < T.CreateChecked(head.ClassCount)))
            {
                throw Fault(name, $"{name}: target {i % size} of example {Index(i / size, indices)} is {Text(targets[i])}, but {head.Name} has the classes 0 to {head.ClassCount - 1}.");
            }
        }
    }

    internal static void Weights<T>(ReadOnlySpan<T> weights, ReadOnlySpan<int> indices, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= T.Zero && T.IsFinite(weights[i])))
            {
                throw Fault(name, $"{name}: the weight of example {Index(i, indices)} is {Text(weights[i])}; weights are finite and not negative.");
            }
        }
    }

    internal static int FirstNotFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int at = 0;
        while (at < values.Length && T.IsFinite(values[at]))
        {
            at++;
        }

        return at == values.Length ? -1 : at;
    }

    private static int Index(int row, ReadOnlySpan<int> indices) => indices.IsEmpty ? row : indices[row];

    private static string Text<T>(T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => value.ToString(null, CultureInfo.InvariantCulture);

    private static ArgumentException Fault(string name, FormattableString message) => new(FormattableString.Invariant(message), name);
}
