using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Parsing;

/// <summary>A model as its author wrote it: equatable, and free of everything that belongs to one compilation.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Name">The class's name, with @ where it is a word of C#.</param>
/// <param name="IsDouble">Whether it computes in double precision.</param>
/// <param name="Layers">The attributes after <c>[Model]</c>, in source order.</param>
/// <param name="IsEmittable">Whether members can be added to the class at all: false where it is nested, generic, static, file-local, not partial or has a base class.</param>
/// <param name="IsComplete">Whether the declaration is without fault, and everything in it compiles: only then is it looked at further.</param>
internal sealed record ModelSpec(
    string Namespace, string Name, bool IsDouble, EquatableArray<LayerSpec> Layers, bool IsEmittable, bool IsComplete);

/// <summary>One attribute of a model.</summary>
/// <param name="Kind">The attribute's name without its suffix, such as <c>Dense</c>.</param>
/// <param name="Attribute">Its number among the attributes of the declaration, from which the analyzer finds its place.</param>
/// <param name="Arguments">What was written in its parentheses, with the names of the parameters or properties.</param>
internal sealed record LayerSpec(string Kind, int Attribute, EquatableArray<ArgumentSpec> Arguments)
{
    /// <summary>The value of an argument, or the fallback where it was not written.</summary>
    public T Get<T>(string name, T fallback) => Find(name) is { Value: T value } ? value : fallback;

    /// <summary>The argument of this name (ignoring case: parameters and properties differ in it), or null.</summary>
    public ArgumentSpec? Find(string name) =>
        Arguments.FirstOrDefault(argument => string.Equals(argument.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An argument: a name and a value that is an int, double, bool, string, <see cref="EquatableArray{T}"/> of int or of double, or the int of an enum member.</summary>
internal sealed record ArgumentSpec(string Name, object? Value);
