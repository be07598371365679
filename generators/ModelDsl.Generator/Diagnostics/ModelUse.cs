using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelDsl.Generator.Diagnostics;

/// <summary>A call that gives data to a model.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Model">The model's class.</param>
/// <param name="NeedsLoss">Whether it trains or measures.</param>
/// <param name="Arguments">What it is given.</param>
internal sealed record ModelUse(IOperation Operation, string Name, ITypeSymbol Model, bool NeedsLoss, ImmutableArray<IArgumentOperation> Arguments)
{
    private const string Trainer = "ModelDsl.Trainer<T>";

    /// <summary>The use that an operation is, or null.</summary>
    public static ModelUse? Of(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { } instance } call => OfCall(call, instance),
        IObjectCreationOperation created => OfTrainer(created),
        _ => null,
    };

    /// <summary>The argument of a parameter, or null.</summary>
    public IOperation? Argument(string parameter) => Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit)?.Value;

    private static ModelUse? OfCall(IInvocationOperation call, IOperation instance)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isOwn = IsBase(method.ContainingType.BaseType) && method.Name == "Predict" && method.Parameters.FirstOrDefault()?.Name is "inputs" or "tokens";
        if ((isOwn || IsBase(method.ContainingType)) && instance.Type is { } model)
        {
            return method.Name is "Fit" or "FitAsync" or "Evaluate" or "Predict"
                ? new ModelUse(call, method.Name, model, method.Name != "Predict", call.Arguments)
                : null;
        }

        return IsTrainer(method.ContainingType) && method.Name is "Step" or "ComputeGradients"
            && KnownData.Origin(instance) is IObjectCreationOperation created && OfTrainer(created) is { } trainer
            ? new ModelUse(call, method.Name, trainer.Model, NeedsLoss: false, call.Arguments)
            : null;
    }

    private static ModelUse? OfTrainer(IObjectCreationOperation created) =>
        IsTrainer(created.Type) && created.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "model") is { } model && KnownData.Unconverted(model.Value).Type is { } type
            ? new ModelUse(created, "Trainer", type, NeedsLoss: true, [])
            : null;

    /// <summary>Whether a class is the one that all models derive from. A model is given a Predict of its own too, whose documentation says its shapes.</summary>
    private static bool IsBase(INamedTypeSymbol? type) => type is { Name: "Model", ContainingNamespace.Name: "ModelDsl" };

    private static bool IsTrainer(ITypeSymbol? type) => type?.OriginalDefinition.ToDisplayString() == Trainer;
}
