using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>What a layer is for: the rules of order follow from it.</summary>
internal enum LayerRole
{
    Input,
    Hidden,
    Activation,
    Loss,
}

/// <summary>Everything that the compiler knows about one kind of layer: each kind is one file, and a row of <see cref="LayerTable"/>.</summary>
internal abstract class LayerKind
{
    /// <summary>The attribute's name, such as <c>Dense</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its layers are called before their number, such as <c>dense</c>.</summary>
    public abstract string Stem { get; }

    public abstract LayerRole Role { get; }

    /// <summary>Whether it takes ids instead of values.</summary>
    public virtual bool TakesIds => false;

    /// <summary>The attribute as its author would write it again, for the summary: <c>Dense(128)</c>.</summary>
    public virtual string Describe(LayerSpec spec) => Name;

    /// <summary>What stands for the layer that was written: that itself, but for layers that are made of others.</summary>
    public virtual LayerSpec Expand(LayerSpec spec) => spec;

    /// <summary>The shape of the output, or null after a report of what is wrong. A loss gives its input's shape back.</summary>
    public virtual Shape? Infer(LayerContext context) => context.Input;
}

/// <summary>A kind of layer that turns a value into another.</summary>
internal abstract class TransformKind : LayerKind
{
    public override LayerRole Role => LayerRole.Hidden;

    /// <summary>Whether what it gives at a position depends on nothing behind that position.</summary>
    public virtual bool IsStepwise(LayerSpec spec) => false;

    /// <summary>Whether it has something for each position that the input declares, and nothing for positions beyond.</summary>
    public virtual bool IsBounded => false;

    /// <summary>Whether steps behind an example's length do not tell in what it gives for others: what works at each position by itself does so unasked.</summary>
    public virtual bool HonoursLengths(LayerSpec spec) => IsStepwise(spec);

    /// <summary>What to write instead where that is not so.</summary>
    public virtual (string Advice, string Remedy) LengthRemedy(LayerContext context) =>
        ("Remove Lengths, or use layers that work at each step by itself.", context.DropLengths);

    /// <summary>The layer in terms of the graph's operations.</summary>
    public abstract Value Lower(LayerSpec spec, Value input, Lowering lowering);

    /// <summary>The parameters of the layer after an input of this shape.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) => [];
}
