namespace ModelDsl;

/// <summary>Σ q·(ln q − ln p) over the last axis, after <see cref="SoftmaxAttribute"/>. Targets are probabilities q (Kullback and Leibler 1951).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class KLDivergenceLossAttribute : LossAttribute
{
}
