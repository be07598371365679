using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>Reads a model's <c>[Budget]</c>. It stands beside the specification, for nothing is generated from it.</summary>
internal static class BudgetParser
{
    /// <summary>The attribute, on whichever part of the class it is written; null where there is none.</summary>
    public static AttributeData? Find(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.ApplicationSyntaxReference is not null && attribute.AttributeClass?.ToDisplayString() == "ModelDsl.BudgetAttribute");

    /// <summary>What was written, without what does not compile.</summary>
    public static BudgetSpec Parse(AttributeData attribute, CancellationToken token)
    {
        int number = ModelParser.IndexOf(ModelParser.AttributesOf(ModelParser.DeclarationOf(attribute, token)!), attribute, token);
        IEnumerable<(string, long)> limits = attribute.NamedArguments.Where(argument => argument.Value.Value is long).Select(argument => (argument.Key, (long)argument.Value.Value!));
        return new BudgetSpec(number, new EquatableArray<(string, long)>([.. limits]));
    }
}
