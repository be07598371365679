namespace ModelDsl;

/// <summary>A(x)·B(x): blocks side by side, whose outputs are multiplied element by element: of one shape, or (channels) beside (…, channels).</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiplyAttribute<A, B> : CombinatorAttribute
    where A : class
    where B : class
{
}

/// <summary>A(x)·B(x)·C(x): blocks side by side, whose outputs are multiplied element by element: of one shape, or (channels) beside (…, channels).</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiplyAttribute<A, B, C> : CombinatorAttribute
    where A : class
    where B : class
    where C : class
{
}

/// <summary>A(x)·B(x)·C(x)·D(x): blocks side by side, whose outputs are multiplied element by element: of one shape, or (channels) beside (…, channels).</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MultiplyAttribute<A, B, C, D> : CombinatorAttribute
    where A : class
    where B : class
    where C : class
    where D : class
{
}
