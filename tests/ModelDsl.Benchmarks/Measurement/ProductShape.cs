namespace ModelDsl.Benchmarks.Measurement;

/// <summary>A matrix product (rows × inner) · (inner × columns).</summary>
/// <param name="Rows">The rows of the result.</param>
/// <param name="Inner">The length of each sum.</param>
/// <param name="Columns">The columns of the result.</param>
/// <param name="LeftTransposed">Whether the left operand is stored as its transpose.</param>
/// <param name="RightTransposed">Whether the right operand is stored as its transpose.</param>
/// <param name="Remark">What it is.</param>
internal sealed record ProductShape(int Rows, int Inner, int Columns, bool LeftTransposed, bool RightTransposed, string Remark)
{
    /// <summary>The products that are measured: cubes, and those of the first two layers of the mlp at a batch of 64.</summary>
    public static ProductShape[] All { get; } =
    [
        new(96, 96, 96, false, false, "cube"),
        new(384, 384, 384, false, false, "cube"),
        new(768, 768, 768, false, false, "cube"),
        new(64, 784, 256, false, false, "mlp, first layer, forward"),
        new(784, 64, 256, true, false, "mlp, first layer, gradient of the weight"),
        new(64, 256, 128, false, false, "mlp, second layer, forward"),
        new(256, 64, 128, true, false, "mlp, second layer, gradient of the weight"),
        new(64, 128, 256, false, true, "mlp, second layer, gradient of the input"),
        new(64, 128, 10, false, false, "mlp, last layer, forward"),
        new(1, 784, 256, false, false, "mlp, first layer, one example"),
    ];

    /// <summary>The name in tables: the sizes, and a ᵀ behind the size of an operand that is stored as its transpose.</summary>
    public string Name => FormattableString.Invariant($"{Rows}×{Inner}{(LeftTransposed ? "ᵀ" : "")} · {Inner}×{Columns}{(RightTransposed ? "ᵀ" : "")}");

    /// <summary>The floating-point operations, a multiply-add being two.</summary>
    public double Operations => 2.0 * Rows * Inner * Columns;
}
