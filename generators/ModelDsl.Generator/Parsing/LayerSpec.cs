using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>One attribute of a model or of a block.</summary>
/// <param name="Kind">The attribute's name without its suffix, such as <c>Dense</c>.</param>
/// <param name="Attribute">Its number among the attributes of the declaration, from which the analyzer finds its place.</param>
/// <param name="Arguments">What was written in its parentheses, with the names of the parameters or properties.</param>
/// <param name="Blocks">The blocks that a combinator is made of.</param>
internal sealed record LayerSpec(string Kind, int Attribute, EquatableArray<ArgumentSpec> Arguments, EquatableArray<BlockSpec> Blocks = default)
{
    /// <summary>The value of an argument, or the fallback where it was not written.</summary>
    public T Get<T>(string name, T fallback) => Find(name) is { Value: T value } ? value : fallback;

    /// <summary>The argument of this name (ignoring case: parameters and properties differ in it), or null.</summary>
    public ArgumentSpec? Find(string name) =>
        Arguments.FirstOrDefault(argument => string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An argument: a name and a value that is an int, double, bool, string, <see cref="EquatableArray{T}"/> of int or of double, or the int of an enum member.</summary>
internal sealed record ArgumentSpec(string Name, object? Value);
