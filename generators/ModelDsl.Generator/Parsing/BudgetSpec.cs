using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>What a model may cost, as its author wrote it.</summary>
/// <param name="Attribute">The number of <c>[Budget]</c> among the attributes of its declaration.</param>
/// <param name="Limits">The limits that were written, by the names of their properties.</param>
internal sealed record BudgetSpec(int Attribute, EquatableArray<(string Name, long Value)> Limits);
