using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Whether data fits a model, as far as its lengths and kind are known: what the library would say at run time.</summary>
internal static class DataRules
{
    /// <summary>The argument at fault and what is wrong with it, or null.</summary>
    public static (IOperation Argument, Fault Fault)? Check(ModelUse use, Network network)
    {
        if (use.Argument("data") is { } data)
        {
            return KnownData.Dataset(data) is { } made ? OfDataset(use, network, data, made) : null;
        }

        string features = use.Argument("tokens") is null ? "inputs" : "tokens";
        return Features(use, network, features, use.Argument(features), out long examples)
            ?? Shared(use)
            ?? Targets(use, network, examples, use.Argument("labels"), use.Argument("targets"))
            ?? Others(use, "outputs", use.Argument("outputs"), examples, network.Output.Size, "prediction");
    }

    private static (IOperation, Fault)? OfDataset(ModelUse use, Network network, IOperation data, IInvocationOperation made)
    {
        ModelUse creation = new(made, $"Dataset.{made.TargetMethod.Name}", use.Model, NeedsLoss: false, made.Arguments);
        IOperation? labels = creation.Argument("labels"), targets = creation.Argument("targets");
        bool isWindows = made.TargetMethod.Name == "CreateWindows";
        if (use.NeedsLoss && Kind(use, network, data, labels is not null || isWindows, targets is not null) is { } kind)
        {
            return kind;
        }

        if (isWindows || made.TargetMethod.Name == "CreateImages")
        {
            return null;
        }

        return Features(creation, network, "features", creation.Argument("features"), out long examples)
            ?? (use.NeedsLoss ? Targets(creation, network, examples, labels, targets) : null);
    }

    /// <summary>Whether there are whole examples.</summary>
    private static (IOperation, Fault)? Features(ModelUse use, Network network, string name, IOperation? argument, out long examples)
    {
        examples = -1;
        if (KnownData.Length(argument) is not { } length)
        {
            return null;
        }

        long size = network.Input.Size;
        examples = length / size;
        return length % size == 0
            ? null
            : (argument!, new Fault(RuleIds.DataLength, Site.Class, $"{use.Name}: {name} has {Count(length, "number")}, but an example of {use.Model.Name} has {Text(size)}{Of(network.Input)}.\nPass a multiple of {Text(size)}, one example behind the other."));
    }

    /// <summary>Whether what is read would be overwritten meanwhile.</summary>
    private static (IOperation, Fault)? Shared(ModelUse use) =>
        use.Argument("inputs") is { } inputs && use.Argument("outputs") is { } outputs
        && KnownData.Unconverted(inputs) is ILocalReferenceOperation first && KnownData.Unconverted(outputs) is ILocalReferenceOperation second
        && SymbolEqualityComparer.Default.Equals(first.Local, second.Local) && first.Local.Type.TypeKind == TypeKind.Array
            ? (outputs, new Fault(RuleIds.DataLength, Site.Class, $"{use.Name}: inputs and outputs are the same array, which would be overwritten while it is read.\nPass another array for outputs."))
            : null;

    /// <summary>Whether the targets are of the loss's kind, and as many as the examples need.</summary>
    private static (IOperation, Fault)? Targets(ModelUse use, Network network, long examples, IOperation? labels, IOperation? targets)
    {
        if ((labels ?? targets) is not { } argument)
        {
            return null;
        }

        return Kind(use, network, argument, labels is not null, targets is not null)
            ?? Others(use, labels is null ? "targets" : "labels", argument, examples, network.Target.Shape.Size, labels is null ? "target" : "label");
    }

    private static (IOperation, Fault)? Kind(ModelUse use, Network network, IOperation argument, bool hasLabels, bool hasValues)
    {
        (string given, string wanted, string mend) = (hasLabels ? "class indices" : hasValues ? "target values" : "features alone", "", "");
        (wanted, mend) = network.Target is { IsNone: true } ? ("features alone", "Leave them out.")
            : network.Target.IsLabels ? ("class indices", "Give the class of each example as an int: labels, an int[].")
            : ("target values", "Give them as numbers of the features' type: targets, one prediction's worth for each example.");
        return given == wanted
            ? null
            : (argument, new Fault(RuleIds.TargetKind, Site.Class, $"{use.Name}: {use.Model.Name} learns from {wanted}{Loss(network)} not from {given}.\n{mend}"));
    }

    private static (IOperation, Fault)? Others(ModelUse use, string name, IOperation? argument, long examples, long each, string what) =>
        examples < 0 || KnownData.Length(argument) is not { } length || length == examples * each
            ? null
            : (argument!, new Fault(RuleIds.DataLength, Site.Class, $"{use.Name}: {name} has {Count(length, "number")}, but {Count(examples, "example")} of {use.Model.Name} {(examples == 1 ? "has" : "have")} {Count(examples * each, what)}{(examples == 1 ? string.Empty : $", {Text(each)} each")}.\nMake it {Text(examples * each)} long."));

    private static string Loss(Network network) => network.Loss is var (kind, _) ? $", as {kind.Name} asks," : string.Empty;

    private static string Of(Graph.Shape shape) => shape.Rank > 1 ? $", {shape}" : string.Empty;

    private static string Count(long number, string what) => $"{Text(number)} {what}{(number == 1 ? string.Empty : "s")}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
