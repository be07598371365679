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
