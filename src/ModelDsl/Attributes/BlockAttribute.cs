namespace ModelDsl;

/// <summary>
/// Makes a class a block of layers: the attributes after it, read in source order. Blocks are used by name in <see cref="ResidualAttribute{F}"/>,
/// <see cref="RepeatAttribute{F}"/>, <see cref="AddAttribute{A, B}"/> and the other combinators; the same block may stand after inputs of different shapes.
/// A block that starts with an <see cref="InputAttribute"/> of its own is a tower: it is an input of the model.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BlockAttribute : Attribute
{
}
