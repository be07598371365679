using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>What is known of a value from the expression that makes it: where it stands itself, or in the declaration of a local variable that is never assigned again.</summary>
internal static class KnownData
{
    /// <summary>The operand beneath all conversions.</summary>
    public static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    /// <summary>The expression that makes a value.</summary>
    public static IOperation? Origin(IOperation? operation)
    {
        if (operation is null || Unconverted(operation) is not ILocalReferenceOperation { Local: { } local } reference)
        {
            return operation is null ? null : Unconverted(operation);
        }

        return local.DeclaringSyntaxReferences.Length == 1
            && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            && !IsAssigned(declarator, local.Name)
            && reference.SemanticModel?.GetOperation(value) is { } made
            ? Unconverted(made)
            : null;
    }

    /// <summary>The length of an array whose expression says it, or null.</summary>
    public static long? Length(IOperation? array) => Origin(array) switch
    {
        IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: int size } => size,
        ICollectionExpressionOperation { Elements: var elements } when !elements.Any(element => element is ISpreadOperation) => elements.Length,
        _ => null,
    };

    /// <summary>The call that makes a dataset, or null.</summary>
    public static IInvocationOperation? Dataset(IOperation? data) =>
        Origin(data) is IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { Name: "Dataset", IsGenericType: false, ContainingNamespace.Name: "ModelDsl" } } } call ? call : null;

    /// <summary>Whether a variable of this name is given another value anywhere near its declaration; of two variables of one name, either counts.</summary>
    private static bool IsAssigned(VariableDeclaratorSyntax declarator, string name)
    {
        SyntaxNode scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name && use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } } => true,
            RefExpressionSyntax => true,
            _ => false,
        });
    }
}
