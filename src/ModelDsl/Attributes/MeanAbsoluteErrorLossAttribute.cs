namespace ModelDsl;

/// <summary>|p − t|, averaged over the outputs. Targets are values.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeanAbsoluteErrorLossAttribute : LossAttribute
{
}
