namespace ModelDsl.Generator.Emission;

/// <summary>The full names of what generated code uses, so that nothing in the user's project can come between.</summary>
internal static class Api
{
    public const string Root = "global::ModelDsl.";
    public const string Kernels = Root + "Kernels.";
    public const string Map = Kernels + "Map";
    public const string MatMul = Kernels + "MatMul";
    public const string Reduce = Kernels + "Reduce";
    public const string Rows = Kernels + "Rows";
    public const string Convolution = Kernels + "Convolution";
    public const string Pool = Kernels + "Pool";
    public const string Layout = Kernels + "Layout";
    public const string Resample = Kernels + "Resample";
    public const string Lookup = Kernels + "Lookup";
    public const string Attention = Kernels + "Attention";
    public const string AttentionCache = Kernels + "AttentionCache";
    public const string Rotation = Kernels + "Rotation";
    public const string Recurrence = Kernels + "Recurrence";
    public const string CTC = Kernels + "CTC";
    public const string RandomKey = Kernels + "RandomKey";

    private const string CompilerServices = "global::System.Runtime.CompilerServices.";
    public const string AggressiveInlining = CompilerServices + "MethodImpl(" + CompilerServices + "MethodImplOptions.AggressiveInlining)";

    /// <summary>What is not inlined is optimised at its first call: the kernel that calls it is, and in the first tier each of its vectors would be calls.</summary>
    public const string OwnMethod = CompilerServices + "MethodImpl(" + CompilerServices + "MethodImplOptions.AggressiveOptimization | " + CompilerServices + "MethodImplOptions.NoInlining)";

    public static string Address(string element) => $"{Kernels}Address<{element}>";

    public static string Run(string element) => $"{Kernels}Run<{element}>";
}
