using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator;

/// <summary>The entry of the compiler: each class with <c>[Model]</c> becomes a specification, and each specification that changed becomes a file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that yields specifications, for tests of what an edit makes run again.</summary>
    public const string ParseStep = "Parse";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName("ModelDsl.ModelAttribute", static (node, _) => node is ClassDeclarationSyntax, static (attributed, token) =>
                (INamedTypeSymbol)attributed.TargetSymbol is var symbol && ModelParser.IsDeclaredBy(symbol, attributed.TargetNode, token)
                    ? ModelParser.Parse(symbol, new List<Fault>(), token)
                    : null)
            .WithTrackingName(ParseStep)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);
        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model.IsEmittable)
            {
                output.AddSource(HintName(model), ModelCompiler.Compile(model));
            }
        });
    }

    /// <summary>The file's name, capped because paths are; a hash keeps two long names apart.</summary>
    private static string HintName(ModelSpec spec)
    {
        const int longest = 120;
        string name = (spec.Namespace.Length == 0 ? spec.Name : $"{spec.Namespace}.{spec.Name}").Replace("@", string.Empty);
        if (name.Length > longest)
        {
            uint hash = name.Aggregate(2166136261u, (h, c) => unchecked((h ^ c) * 16777619u));
            name = $"{name.Substring(0, longest)}.{hash:x8}";
        }

        return name + ".g.cs";
    }
}
