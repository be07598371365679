namespace ModelDsl.Generator.Graph;

/// <summary>What a value is computed by. The set is closed under differentiation: each operation's gradient is made of others of the set.</summary>
internal abstract record Operation
{
    /// <summary>The operation with its attributes, as the graph prints it.</summary>
    public abstract string Text { get; }

    /// <summary>The expression of an element of the result, where the operation works element by element; null where a kernel computes it.</summary>
    public virtual Scalar? ElementWise => null;

    /// <summary>Whether this is something that the kernel of the first operand gives besides its result.</summary>
    public virtual bool IsCompanion => false;

    /// <summary>The type of the result.</summary>
    /// <exception cref="ArgumentException">The operands do not fit.</exception>
    public abstract TensorType Infer(IReadOnlyList<Value> operands);

    /// <summary>The multiply-adds of one example (of one step where there is no batch).</summary>
    public virtual long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => 0;

    protected static ArgumentException Mismatch(string operation, params object[] types) =>
        new($"{operation} does not take {string.Join(" and ", types)}.");
}
