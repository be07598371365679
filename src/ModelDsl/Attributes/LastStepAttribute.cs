namespace ModelDsl;

/// <summary>The features of the last step of a sequence: (length, features) to (features).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LastStepAttribute : LayerAttribute;
