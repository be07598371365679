using System.Numerics;

namespace ModelDsl;

/// <summary>Weight files in the safetensors format.</summary>
internal static class WeightFile
{
    /// <summary>Writes all parameters.</summary>
    internal static void Save<T>(string path, ModelDefinition definition, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotSupportedException();

    /// <summary>Reads all parameters.</summary>
    internal static void Load<T>(string path, ModelDefinition definition, Span<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotSupportedException();
}
