using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Finds calls of models that can only throw: training without a loss, and data that does not fit, as far as that is written beside the call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rules that it reports.</summary>
    internal static readonly ImmutableArray<string> Rules = [RuleIds.TrainingWithoutLoss, RuleIds.DataLength, RuleIds.TargetKind];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Select(id => Descriptors.ById[id])];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ModelDsl.ModelAttribute") is not { } model || start.Compilation.GetTypeByMetadataName("ModelDsl.LossAttribute") is not { } loss)
            {
                return;
            }

            UsedModels models = new(model, loss);
            start.RegisterOperationAction(call => Analyze(call, models), OperationKind.Invocation, OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, UsedModels models)
    {
        if (ModelUse.Of(context.Operation) is not { } use || !models.IsModel(use.Model))
        {
            return;
        }

        if (use.NeedsLoss && models.IsWithoutLoss(use.Model))
        {
            ReportWithoutLoss(context, use);
        }
        else if (use.Arguments.Length > 0 && models.NetworkOf(use.Model, context.CancellationToken) is { } network && DataRules.Check(use, network) is var (argument, fault))
        {
            Report(context, argument, fault);
        }
    }

    /// <summary>The loss belongs behind the model's last attribute; which one follows from the activation there.</summary>
    private static void ReportWithoutLoss(OperationAnalysisContext context, ModelUse use)
    {
        AttributeData[] attributes = [.. use.Model.GetAttributes()];
        string loss = LossKind.Behind(attributes.LastOrDefault(LayerParser.IsLayer) is { } last ? LayerParser.KindOf(last) : null);
        AttributeData model = attributes.First(attribute => attribute.AttributeClass?.Name == "ModelAttribute");
        Location[] end = ModelParser.DeclarationOf(model, context.CancellationToken) is { } declaration ? [ModelParser.AttributesOf(declaration).Last().GetLocation()] : [];
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ById[RuleIds.TrainingWithoutLoss],
            context.Operation.Syntax.GetLocation(),
            end,
            ImmutableDictionary<string, string?>.Empty.Add(ModelAnalyzer.Remedy, end.Length == 0 ? string.Empty : $"insert-behind {loss}"),
            $"{use.Name}: {use.Model.Name} has no loss, so there is nothing to minimise or to measure.\nEnd its attributes with one, such as [{loss}]."));
    }

    private static void Report(OperationAnalysisContext context, IOperation operation, Fault fault) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ById[fault.Rule], operation.Syntax.GetLocation(), fault.Text));
}
