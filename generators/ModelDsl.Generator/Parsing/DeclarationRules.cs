using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelDsl.Generator.Parsing;

/// <summary>The rules about the class itself: members have to be added to it, and its base is the library's.</summary>
internal static class DeclarationRules
{
    /// <summary>The first rule that the declaration breaks, or null: then generated members compile.</summary>
    public static Fault? Check(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, bool isDouble)
    {
        string name = symbol.Name;
        (string Rule, string Message, string Remedy)? fault = symbol switch
        {
            { IsRecord: true } => (RuleIds.NotClass, $"{name} is a record, but a model is a class: it has parameters, not values to compare.\nMake it a class.", "class"),
            { ContainingType: { } outer } => (RuleIds.Nested, $"{name} is nested in {outer.Name}.\nMove it out: a model is a class of a namespace.", string.Empty),
            { Arity: > 0 } => (RuleIds.Generic, $"{name} is generic, but a model's sizes and element type are written in its attributes.\nRemove the type parameters.", "ungeneric"),
            { IsStatic: true } => (RuleIds.Static, $"{name} is static, but a model is an object with parameters.\nRemove static.", "unstatic"),
            { IsFileLocal: true } => (RuleIds.FileLocal, $"{name} is visible in its file only, but the compiler writes its other part into another file.\nRemove file.", "unfile"),
            _ when !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) => (RuleIds.NotPartial, $"{name} is not partial, so the compiler cannot add Fit and Predict to it.\nMake it partial.", "partial"),
            _ => OfBase(symbol, isDouble),
        };
        return fault is var (rule, message, remedy) ? new Fault(rule, Site.Class, message, remedy) : null;
    }

    private static (string Rule, string Message, string Remedy)? OfBase(INamedTypeSymbol symbol, bool isDouble)
    {
        (string written, string own) = (symbol.BaseType?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? string.Empty, isDouble ? "Model<double>" : "Model<float>");
        return symbol.BaseType is { SpecialType: not SpecialType.System_Object } && written != own
            ? (RuleIds.HasBase, $"{symbol.Name} derives from {written}, but a model derives from the library's {own}.\nRemove the base class.", "unbase")
            : null;
    }
}
