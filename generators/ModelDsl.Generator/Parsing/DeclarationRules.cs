using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.Generator.Parsing;

/// <summary>The rules about the class itself: members have to be added to it, and its base is the library's.</summary>
internal static class DeclarationRules
{
    /// <summary>Reports the first rule that the declaration breaks.</summary>
    public static void Check(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, ICollection<Fault> faults)
    {
        string name = symbol.Name;
        (string Rule, string Message, string Remedy)? fault = symbol switch
        {
            { IsRecord: true } => (RuleIds.NotClass, $"{name} is a record, but a model is a class: it has parameters, not values to compare.\nMake it a class.", string.Empty),
            { ContainingType: { } outer } => (RuleIds.Nested, $"{name} is nested in {outer.Name}.\nMove it out: a model is a class of a namespace.", string.Empty),
            { Arity: > 0 } => (RuleIds.Generic, $"{name} is generic, but a model's sizes and element type are written in its attributes.\nRemove the type parameters.", string.Empty),
            { IsStatic: true } => (RuleIds.Static, $"{name} is static, but a model is an object with parameters.\nRemove static.", "unstatic"),
            _ when !IsPartial(declaration) => (RuleIds.NotPartial, $"{name} is not partial, so the compiler cannot add Fit and Predict to it.\nMake it partial.", "partial"),
            _ when HasOwnBase(symbol) => (RuleIds.HasBase, $"{name} derives from {symbol.BaseType!.Name}, but a model derives from the library's Model<T>.\nRemove the base class.", string.Empty),
            _ => null,
        };
        if (fault is var (rule, message, remedy))
        {
            faults.Add(new Fault(rule, Site.Class, message, remedy));
        }
    }

    /// <summary>Whether generated members would compile.</summary>
    public static bool CanBeExtended(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration) =>
        declaration is ClassDeclarationSyntax && symbol is { ContainingType: null, Arity: 0, IsStatic: false } && IsPartial(declaration) && !HasOwnBase(symbol);

    private static bool IsPartial(TypeDeclarationSyntax declaration) => declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool HasOwnBase(INamedTypeSymbol symbol) =>
        symbol.BaseType is { SpecialType: not SpecialType.System_Object } type && type.OriginalDefinition.ToDisplayString() != "ModelDsl.Model<T>";
}
