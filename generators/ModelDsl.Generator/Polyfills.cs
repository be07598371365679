#pragma warning disable IDE0130 // netstandard2.0 lacks these types; the compiler looks for them by their full names.
namespace System.Runtime.CompilerServices;

/// <summary>Behind init accessors and records.</summary>
internal static class IsExternalInit;

/// <summary>Behind required members.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Behind required members.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
