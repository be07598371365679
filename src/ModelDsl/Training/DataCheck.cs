using System.Numerics;

namespace ModelDsl;

/// <summary>Checks that data and a model belong together, before anything changes.</summary>
internal static class DataCheck
{
    private const int Stretch = 256;

    /// <summary>The training plan of a model that has a loss.</summary>
    internal static ExecutionPlan TrainingPlan(ModelDefinition definition) =>
        definition.Training ?? throw new InvalidOperationException($"The model {definition.Name} has no loss, so it can neither be trained nor measured.");

    internal static ValueLimits Limits(ModelDefinition definition, string parameterName) => new(definition.ClassCount, definition.IgnoredLabel, definition.HasBinaryTargets, definition.Tokens, definition.Heads, parameterName)
    {
        BlankLabel = definition.BlankLabel,
    };

    internal static void Fits<T>(Model<T> model, Dataset<T> data, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data, name);
        ModelDefinition definition = model.Definition;
        TrainingPlan(definition);
        TargetKindFits(definition, data.TargetKind, name);
        if (data.Count == 0)
        {
            throw new ArgumentException($"{name} holds no examples.", name);
        }

        FeaturesFit(model, data, name);
        SizeFits(data.TargetSize, definition.TargetSize, definition.TargetKind == TargetKind.ClassIndex ? "labels" : "targets", definition, name);
        ValueLimits limits = Limits(definition, name);
        Span<int> indices = stackalloc int[Stretch];
        for (int start = 0; start < data.Count; start += Stretch)
        {
            Span<int> part = indices[..Math.Min(Stretch, data.Count - start)];
            Shuffling.Count(part, start);
            data.Check(part, limits);
        }
    }

    internal static void FeaturesFit<T>(Model<T> model, Dataset<T> data, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SizeFits(data.FeatureSize, model.InputLength, "features", model.Definition, name);

    internal static void TargetKindFits(ModelDefinition definition, TargetKind kind, string name)
    {
        if (kind != definition.TargetKind)
        {
            throw new ArgumentException($"{name}: the model {definition.Name} learns from {Describe(definition.TargetKind)}, not from {Describe(kind)}.", name);
        }
    }

    private static void SizeFits(int size, int expected, string what, ModelDefinition definition, string name)
    {
        if (size != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: an example has {size} {what}, but the model {definition.Name} takes {expected}."), name);
        }
    }

    private static string Describe(TargetKind kind) => kind switch
    {
        TargetKind.ClassIndex => "class indices",
        TargetKind.Values => "target values",
        _ => "features alone",
    };
}
