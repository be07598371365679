using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Finds calls that train or evaluate a model which has no loss.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ById[RuleIds.TrainingWithoutLoss]];

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

            start.RegisterOperationAction(
                call =>
                {
                    IInvocationOperation invocation = (IInvocationOperation)call.Operation;
                    if (invocation.TargetMethod is { Name: "Fit" or "FitAsync" or "Evaluate", ContainingType: { Name: "Model", ContainingNamespace.Name: "ModelDsl" } } && IsWithoutLoss(invocation.Instance?.Type, model, loss))
                    {
                        Report(call, invocation.Instance!.Type!, invocation.TargetMethod.Name);
                    }
                },
                OperationKind.Invocation);
            start.RegisterOperationAction(
                creation =>
                {
                    IObjectCreationOperation created = (IObjectCreationOperation)creation.Operation;
                    if (created.Type?.OriginalDefinition.ToDisplayString() == "ModelDsl.Trainer<T>" && created.Arguments.Length > 0
                        && Unconverted(created.Arguments[0].Value).Type is { } type && IsWithoutLoss(type, model, loss))
                    {
                        Report(creation, type, "Trainer");
                    }
                },
                OperationKind.ObjectCreation);
        });
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    /// <summary>A model whose attributes all compile, none of which is a loss or an output with one: a misspelt loss has its message already.</summary>
    private static bool IsWithoutLoss(ITypeSymbol? type, INamedTypeSymbol model, INamedTypeSymbol loss) =>
        type?.GetAttributes() is { } attributes
        && attributes.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, model))
        && attributes.All(attribute => attribute.AttributeClass?.TypeKind != TypeKind.Error)
        && !attributes.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.BaseType, loss) || IsOutput(attribute.AttributeClass));

    private static bool IsOutput(INamedTypeSymbol? attribute) => attribute?.OriginalDefinition.ToDisplayString() == "ModelDsl.OutputAttribute<Head>";

    /// <summary>The loss belongs behind the model's last attribute; which one follows from the activation there.</summary>
    private static void Report(OperationAnalysisContext context, ITypeSymbol type, string use)
    {
        AttributeData[] attributes = [.. type.GetAttributes()];
        string loss = LossKind.Behind(attributes.LastOrDefault(LayerParser.IsLayer) is { } last ? LayerParser.KindOf(last) : null);
        AttributeData model = attributes.First(attribute => attribute.AttributeClass?.Name == "ModelAttribute");
        Location[] end = ModelParser.DeclarationOf(model, context.CancellationToken) is { } declaration ? [ModelParser.AttributesOf(declaration).Last().GetLocation()] : [];
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ById[RuleIds.TrainingWithoutLoss],
            context.Operation.Syntax.GetLocation(),
            end,
            ImmutableDictionary<string, string?>.Empty.Add(ModelAnalyzer.Remedy, end.Length == 0 ? string.Empty : $"insert-behind {loss}"),
            $"{use}: {type.Name} has no loss, so there is nothing to minimise or to measure.\nEnd its attributes with one, such as [{loss}]."));
    }
}
