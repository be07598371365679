using System.Globalization;

namespace ModelDsl;

/// <summary>A tensor as the header of a weight file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type, such as <c>F32</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record TensorEntry(string Name, string Type, long[] Shape, long Begin, long End)
{
    /// <summary>The name of single precision.</summary>
    internal const string Single = "F32";

    /// <summary>The name of double precision.</summary>
    internal const string Double = "F64";

    /// <summary>The name of a model's element type.</summary>
    internal static string TypeOf<T>() => typeof(T) == typeof(float) ? Single : Double;

    /// <summary>A shape as messages print it: (10, 128).</summary>
    internal static string Text(IEnumerable<long> shape) =>
        $"({string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})";
}
