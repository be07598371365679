using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelDsl.Generator.Costs;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>Says while a model is typed what is wrong with it, by the parser and the inference that the generator uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that tells a code fix what to do.</summary>
    internal const string Remedy = "Remedy";

    private const string ModelAttribute = "ModelDsl.ModelAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.ById.Values.Where(descriptor => !UseAnalyzer.Rules.Contains(descriptor.Id))];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ModelAttribute) is { } model)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, model), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol modelAttribute)
    {
        if (context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } symbol)
        {
            // C# itself says that the attributes are for classes.
            return;
        }

        ImmutableArray<AttributeData> attributes = symbol.GetAttributes();
        AttributeData? model = attributes.FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, modelAttribute));
        if (model?.ApplicationSyntaxReference is null)
        {
            if (!attributes.Any(LayerParser.IsBlock) && attributes.FirstOrDefault(LayerParser.IsLayer)?.ApplicationSyntaxReference is { } stray)
            {
                Report(context, new Fault(RuleIds.LayerWithoutModel, Site.Class, $"{symbol.Name} has layers but no [Model], so nothing is made of them.\nWrite [Model] before them, or [Block] for layers that a combinator uses.", "insert Model"), stray.GetSyntax(context.CancellationToken).GetLocation(), place: null);
            }

            return;
        }

        List<Fault> faults = [];
        ModelSpec spec = ModelParser.Parse(symbol, faults, context.CancellationToken);
        Network? network = spec.IsComplete ? NetworkInference.Infer(spec, faults) : null;
        Report(context, faults, model, attributes);
        if (BudgetParser.Find(attributes) is { } budget)
        {
            Report(context, Exceeded(BudgetParser.Parse(budget, context.CancellationToken), spec, network), budget, attributes);
        }
    }

    /// <summary>The limits that a model exceeds. What it keeps for its training step is known when all phases but the last are done, so they are.</summary>
    private static List<Fault> Exceeded(BudgetSpec budget, ModelSpec spec, Network? network)
    {
        List<Fault> faults = [];
        if (BudgetRules.AreValid(budget, faults) && network is not null)
        {
            BudgetRules.Check(budget, spec.Name, ModelCompiler.Compile(spec, network).Cost, faults);
        }

        return faults;
    }

    /// <summary>Reports faults of the declaration that an attribute is written on.</summary>
    private static void Report(SymbolAnalysisContext context, IReadOnlyList<Fault> faults, AttributeData attribute, ImmutableArray<AttributeData> attributes)
    {
        SyntaxSites sites = new(ModelParser.DeclarationOf(attribute, context.CancellationToken)!, attributes, context.CancellationToken);
        foreach (Fault fault in faults)
        {
            Report(context, fault, sites.LocationOf(fault.Site), sites.PlaceOf(fault));
        }
    }

    /// <param name="context">Where reports go.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="location">Where the model is wrong.</param>
    /// <param name="place">What has to change, where that is in a block; null where it is at the location, or in a block that is not written here.</param>
    private static void Report(SymbolAnalysisContext context, Fault fault, Location location, Location? place) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.ById[fault.Rule],
        location,
        place is null ? [] : [place],
        ImmutableDictionary<string, string?>.Empty.Add(Remedy, place is null && fault.Inner.Count > 0 ? string.Empty : fault.Remedy),
        fault.Text));
}
