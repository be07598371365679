namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The programs whose start is measured.</summary>
internal static class ColdPrograms
{
    /// <summary>How often each takes its turn in a round.</summary>
    public const int Turns = 4;

    private static readonly string[][] OwnTasks = [[], ["predict"], ["step"]];

    /// <summary>Ours, and those of the peers that are there.</summary>
    public static IEnumerable<ColdProgram> All(Settings settings)
    {
        yield return new ColdProgram("ModelDsl, NativeAOT", "ModelDsl", ["-p:Native=true"], OwnTasks);
        yield return new ColdProgram("ModelDsl, JIT", "ModelDsl", [], OwnTasks);
        string[] framework = ["--use-current-runtime", "--no-self-contained"];
        if (File.Exists(Weaken(settings)))
        {
            // On systems with an old C++ library, the peer's script has made what its shim wants of a newer one.
            string newer = Path.Combine(Cache, Figures.Torch, "ios_init.so");
            ColdProgram torch = new("libtorch, JIT", "TorchSharp", framework, OwnTasks);
            yield return File.Exists(newer)
                ? torch with { Preload = newer, Prepare = folder => ChildProcess.Run("python3", Weaken(settings), Path.Combine(folder, "libLibTorchSharp.so"), "GLIBCXX_3.4.32") }
                : torch;
        }

        string model = Path.Combine(Cache, Figures.Onnx, "models", "mlp.onnx");
        if (File.Exists(model))
        {
            yield return new ColdProgram("ONNX Runtime, JIT", "OnnxRuntime", framework, [[], ["predict", model]]);
        }
    }

    /// <summary>Where the peers' programs keep what they make.</summary>
    private static string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "modeldsl-peers");

    private static string Weaken(Settings settings) => Path.Combine(settings.Peers.FullName, Figures.Torch, "weaken.py");
}
