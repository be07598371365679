using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Emission;

/// <summary>How calls of kernels and their sizes are written.</summary>
internal static class CallWriter
{
    /// <summary>A call on one line if it is short, else with a line for each argument.</summary>
    public static string Invocation(string method, params string[] arguments)
    {
        const int longest = 130;
        string line = $"{method}({string.Join(", ", arguments)})";
        return line.Length <= longest ? line : $"{method}(\n    {string.Join(",\n    ", arguments)})";
    }

    /// <summary>The number of rows of a tensor seen as a matrix.</summary>
    public static string Rows(TensorType type) => Times(type, type.Size / type.Shape.Columns);

    /// <summary>A number of things, of each example where there is a batch.</summary>
    public static string Times(TensorType type, long size) => (type.IsBatched, size) switch
    {
        (false, _) => $"{size}",
        (true, 1) => "run.Batch",
        _ => $"run.Batch * {size}",
    };

    /// <summary>The address of an element further on.</summary>
    public static string At(string address, long offset) => offset == 0 ? address : $"{address} + {offset}";

    public static string Shape(WindowGeometry g) =>
        $"new {Api.Kernels}ConvolutionShape({g.InputHeight}, {g.InputWidth}, {g.InputChannels}, {g.OutputHeight}, {g.OutputWidth}, {g.OutputChannels}, "
        + $"{g.KernelHeight}, {g.KernelWidth}, {g.StrideHeight}, {g.StrideWidth}, {g.DilationHeight}, {g.DilationWidth}, {g.PaddingTop}, {g.PaddingLeft}, {g.Groups})";
}
