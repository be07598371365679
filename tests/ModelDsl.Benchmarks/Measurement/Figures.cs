namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The names of sources and columns. Those of models are the peers' own, so that every program is read the same way.</summary>
internal static class Figures
{
    public const string Ours = "modeldsl", Torch = "torchsharp", Onnx = "onnxruntime";
    public const string Step = "train_step_us", Batch = "infer_batch_us", Single = "infer_one_us";
    public const string Token = "token_us";
    public const string Peak = "peak_gflops", Product = "product_gflops";

    public const string CreationMemory = "creation_mb", StepMemory = "step_mb";

    /// <summary>The time of a region of the training step.</summary>
    public static string Region(int number) => FormattableString.Invariant($"region{number}_us");
}
