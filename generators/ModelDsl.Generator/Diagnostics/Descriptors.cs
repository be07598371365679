using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>The rules as Roslyn wants them. The message is composed by the layer or the rule that reports; the title says in general what the rule is about.</summary>
internal static class Descriptors
{
    private const string Pages = "https://github.com/modeldsl/modeldsl/blob/main/docs/rules/";

    public static IReadOnlyDictionary<string, DiagnosticDescriptor> ById { get; } = new[]
    {
        Declaration(RuleIds.NotPartial, "A model is partial"),
        Declaration(RuleIds.Nested, "A model is not nested"),
        Declaration(RuleIds.Generic, "A model is not generic"),
        Declaration(RuleIds.Static, "A model is not static"),
        Declaration(RuleIds.SeveralParts, "The layers stand on one part"),
        Declaration(RuleIds.HasBase, "A model has no base class of its own"),
        Declaration(RuleIds.NotClass, "A model is a class"),
        Declaration(RuleIds.LayerWithoutModel, "Layers belong to a model"),
        Declaration(RuleIds.DuplicateName, "Each layer has a name of its own"),
        Declaration(RuleIds.ModelNotFirst, "[Model] stands before the layers"),
        Declaration(RuleIds.FileLocal, "A model is visible outside its file"),
        Declaration(RuleIds.NotBlock, "Combinators are made of blocks"),
        Architecture(RuleIds.NoInput, "A model has an input"),
        Architecture(RuleIds.InputNotFirst, "The input stands first, once"),
        Architecture(RuleIds.NoLayers, "A model has layers"),
        Architecture(RuleIds.NonPositiveSize, "Sizes are positive"),
        Architecture(RuleIds.RateOutOfRange, "Rates lie in [0, 1)"),
        Architecture(RuleIds.TooLarge, "Sizes fit 32 bits"),
        Architecture(RuleIds.BadArgument, "Arguments are in their range"),
        Architecture(RuleIds.WrongRank, "A layer's input has the axes that it works on"),
        Architecture(RuleIds.WindowTooLarge, "A window fits into its map"),
        Architecture(RuleIds.NotDivisible, "Groups divide what they group"),
        Architecture(RuleIds.ElementCount, "A new shape has as many elements"),
        Architecture(RuleIds.NoPermutation, "A permutation names each axis once"),
        Architecture(RuleIds.NothingToNormalize, "Mean and variance are taken over several numbers"),
        Architecture(RuleIds.BranchesDisagree, "Branches have shapes that fit"),
        Architecture(RuleIds.RecursiveBlock, "A block does not contain itself"),
        Architecture(RuleIds.MisplacedInBlock, "A block has layers that belong into one"),
        Architecture(RuleIds.EmptyBlock, "A block has layers"),
        Architecture(RuleIds.IdsAndValues, "Ids go to an embedding, and only ids do"),
        Architecture(RuleIds.NoTable, "A tied layer has a table to share"),
        Architecture(RuleIds.LengthsLost, "Steps behind a length do not count"),
        Architecture(RuleIds.OverBudget, "A model keeps its budget"),
        Training(RuleIds.LossNotLast, "The loss stands last"),
        Training(RuleIds.SeveralLosses, "A model has one loss"),
        Training(RuleIds.LossNeedsSoftmax, "This loss follows Softmax"),
        Training(RuleIds.LossNeedsSigmoid, "This loss follows Sigmoid"),
        Training(RuleIds.DoubleSoftmax, "Softmax stands once"),
        Training(RuleIds.ClassCount, "A classifier has at least two classes"),
        Training(RuleIds.ClassWeights, "Each class has one positive weight"),
        Training(RuleIds.TrainingWithoutLoss, "Training needs a loss"),
        Use(RuleIds.DataLength, "Arrays are as long as the model's shapes say"),
        Use(RuleIds.TargetKind, "Targets are of the kind that the loss compares"),
        Advice(RuleIds.LinearTwice, "Two linear layers in a row are one"),
        Advice(RuleIds.DropoutLast, "Dropout behind the last layer zeroes predictions"),
        Advice(RuleIds.ActivationTwice, "One activation is enough"),
        Advice(RuleIds.UnflattenedImage, "An image is flattened before it is classified"),
        Advice(RuleIds.ActivationBeforeRegressionLoss, "A regression's output is not cut off"),
        Advice(RuleIds.UnreadPixels, "A stride leaves nothing at the end unread"),
        Advice(RuleIds.BiasBeforeNorm, "A bias is not subtracted again"),
        Advice(RuleIds.DropoutBeforeNorm, "Batch norm sees what predictions see"),
        Create(RuleIds.SaturatedOutput, "A sure and wrong prediction still learns", "ModelDsl.Advice", DiagnosticSeverity.Info),
    }.ToDictionary(descriptor => descriptor.Id);

    private static DiagnosticDescriptor Declaration(string id, string title) => Create(id, title, "ModelDsl.Declaration", DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Architecture(string id, string title) => Create(id, title, "ModelDsl.Architecture", DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Training(string id, string title) => Create(id, title, "ModelDsl.Training", DiagnosticSeverity.Error);

    /// <summary>A call that throws is wrong only where it is reached, and a test may want it to throw.</summary>
    private static DiagnosticDescriptor Use(string id, string title) => Create(id, title, "ModelDsl.Training", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Advice(string id, string title) => Create(id, title, "ModelDsl.Advice", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string category, DiagnosticSeverity severity) =>
        new(id, title, "{0}", category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
}
