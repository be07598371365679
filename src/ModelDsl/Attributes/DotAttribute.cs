namespace ModelDsl;

/// <summary>Σ A(x)·B(x) along the last axis: how well the outputs of two blocks agree, (…, features) twice to (…, 1).</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DotAttribute<A, B> : CombinatorAttribute
    where A : class
    where B : class
{
}
