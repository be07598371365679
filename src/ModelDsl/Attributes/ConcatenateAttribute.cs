namespace ModelDsl;

/// <summary>A(x), B(x) one behind the other along an axis: blocks side by side, whose outputs agree in all other axes.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatenateAttribute<A, B> : CombinatorAttribute
    where A : class
    where B : class
{
    /// <summary>The axis that becomes longer, counted from 0, the batch not among them; −1, the default: the last.</summary>
    public int Axis { get; set; } = -1;
}

/// <summary>A(x), B(x), C(x) one behind the other along an axis: blocks side by side, whose outputs agree in all other axes.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatenateAttribute<A, B, C> : CombinatorAttribute
    where A : class
    where B : class
    where C : class
{
    /// <summary>The axis that becomes longer, counted from 0, the batch not among them; −1, the default: the last.</summary>
    public int Axis { get; set; } = -1;
}

/// <summary>A(x), B(x), C(x), D(x) one behind the other along an axis: blocks side by side, whose outputs agree in all other axes.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatenateAttribute<A, B, C, D> : CombinatorAttribute
    where A : class
    where B : class
    where C : class
    where D : class
{
    /// <summary>The axis that becomes longer, counted from 0, the batch not among them; −1, the default: the last.</summary>
    public int Axis { get; set; } = -1;
}
