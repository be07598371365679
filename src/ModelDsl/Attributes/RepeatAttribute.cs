namespace ModelDsl;

/// <summary>F(F(… F(x))): a block several times in a row, each time with parameters of its own unless they are shared. The block gives the shape that it gets.</summary>
/// <typeparam name="F">The block.</typeparam>
/// <param name="count">How many times, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RepeatAttribute<F>(int count) : CombinatorAttribute
    where F : class
{
    /// <summary>How many times.</summary>
    public int Count { get; } = count;
}
