namespace ModelDsl;

/// <summary>x + F(x): a block around which its input is led (He et al. 2016). The block gives the shape that it gets.</summary>
/// <typeparam name="F">The block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<F> : CombinatorAttribute
    where F : class
{
}
