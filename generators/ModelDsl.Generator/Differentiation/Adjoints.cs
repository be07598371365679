using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Differentiation;

/// <summary>The gradients that a sweep has found.</summary>
/// <param name="Gradients">The gradient of each parameter that the loss depends on.</param>
/// <param name="ByValue">The gradient of each forward value that has one.</param>
internal sealed record Adjoints(IReadOnlyDictionary<Parameter, Value> Gradients, IReadOnlyDictionary<Value, Value> ByValue);
