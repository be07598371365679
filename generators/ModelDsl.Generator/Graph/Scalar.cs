namespace ModelDsl.Generator.Graph;

/// <summary>
/// The expression that an element-wise operation computes for each element. A tree of records, so that two expressions that say the same are
/// equal; built by <see cref="ScalarMath"/>, which simplifies.
/// </summary>
internal abstract record Scalar
{
    /// <summary>The element of the operand of this number.</summary>
    public sealed record Operand(int Index) : Scalar;

    public sealed record Number(double Value) : Scalar;

    public sealed record Unary(UnaryKind Kind, Scalar Argument) : Scalar;

    public sealed record Binary(BinaryKind Kind, Scalar Left, Scalar Right) : Scalar;

    /// <summary>Left &gt; Right ? Then : Else.</summary>
    public sealed record Choose(Scalar Left, Scalar Right, Scalar Then, Scalar Else) : Scalar;

    /// <summary>A random number in [0, 1), a function of the step, the stream and the element's place.</summary>
    public sealed record Uniform(int Stream) : Scalar;

    /// <summary>The number of examples of the batch.</summary>
    public sealed record BatchSize : Scalar;

    /// <summary>1 where the element's column is the class index that the operand holds for its row, else 0.</summary>
    public sealed record OneHot(int Index) : Scalar;

    public sealed override string ToString() => ScalarText.Print(this, index => $"${index}");
}

internal enum UnaryKind
{
    Negate,
    Abs,
    Sqrt,
    Exp,
    Log,
    Log1P,
    Tanh,
    Sigmoid,
    Softplus,
    NormalCdf,
    NormalPdf,
}

internal enum BinaryKind
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Max,
    Min,
}
