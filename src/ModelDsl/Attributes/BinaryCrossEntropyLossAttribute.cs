namespace ModelDsl;

/// <summary>−(w·t·ln p + (1 − t)·ln(1 − p)), averaged over the outputs, after <see cref="SigmoidAttribute"/>. Targets are values in [0, 1].</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BinaryCrossEntropyLossAttribute : LossAttribute
{
    /// <summary>The weight of the positive class, above 0; 1 by default.</summary>
    public double PositiveWeight { get; set; } = 1;
}
