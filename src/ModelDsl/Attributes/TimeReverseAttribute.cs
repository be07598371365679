namespace ModelDsl;

/// <summary>The steps of a sequence in reverse; the shape (length, features) stays.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TimeReverseAttribute : LayerAttribute;
