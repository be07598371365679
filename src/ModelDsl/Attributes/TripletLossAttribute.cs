namespace ModelDsl;

/// <summary>
/// max(0, d(a, p) − d(a, n) + margin) of an anchor a, a positive p that belongs to it and a negative n that does not: an embedding learns to put a nearer to p than to n,
/// by at least the margin. d(x, y) is ‖x − y + 10⁻⁶‖, as in PyTorch's <c>TripletMarginLoss</c>, or, with <see cref="Squared"/>, ‖x − y‖² (Schroff et al. 2015, "FaceNet",
/// equation 3). It follows a prediction of shape (3, width) with a, p and n in its rows, such as what one tower that is used three times with shared weights gives. There
/// are no targets: models that end with it learn from features alone.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TripletLossAttribute : LossAttribute
{
    /// <summary>How much nearer than the negative the positive has to be, above 0; 1 by default.</summary>
    public double Margin { get; set; } = 1;

    /// <summary>Whether distances are squared; false by default.</summary>
    public bool Squared { get; set; }
}
