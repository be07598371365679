using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>What one compilation's models are, each found out at its first use.</summary>
internal sealed class UsedModels(INamedTypeSymbol modelAttribute, INamedTypeSymbol lossAttribute)
{
    private readonly ConcurrentDictionary<ITypeSymbol, Network?> networks = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the class is a model of this compilation.</summary>
    public bool IsModel(ITypeSymbol type) =>
        type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, modelAttribute) && attribute.ApplicationSyntaxReference is not null);

    /// <summary>Whether none of the attributes, all of which compile, is a loss or an output with one: a misspelt loss has its message already.</summary>
    public bool IsWithoutLoss(ITypeSymbol model) =>
        model.GetAttributes() is var attributes
        && attributes.All(attribute => attribute.AttributeClass?.TypeKind != TypeKind.Error)
        && !attributes.Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.BaseType, lossAttribute) || IsOutput(attribute.AttributeClass));

    /// <summary>The network, or null where its class has a message of its own.</summary>
    public Network? NetworkOf(ITypeSymbol model, CancellationToken token) => networks.GetOrAdd(model, type =>
    {
        List<Fault> faults = [];
        ModelSpec spec = ModelParser.Parse((INamedTypeSymbol)type, faults, token);
        return spec.IsComplete ? NetworkInference.Infer(spec, faults) : null;
    });

    private static bool IsOutput(INamedTypeSymbol? attribute) => attribute?.OriginalDefinition.ToDisplayString() == "ModelDsl.OutputAttribute<Head>";
}
