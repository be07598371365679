namespace ModelDsl.Benchmarks.Models;

/// <summary>The models that are measured, in the order of the tables.</summary>
internal static class ReferenceModels
{
    /// <summary>All of them.</summary>
    public static IReferenceModel[] All { get; } =
    [
        new LogisticRegressionReference(),
        new PerceptronReference(),
        new WidePerceptronReference(),
        new ConvolutionalNetworkReference(),
        new ResidualNetworkReference(),
        new LstmLanguageModelReference(),
        new GruLanguageModelReference(),
        new GptReference(),
        new LargeGptReference(),
    ];

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = [.. All.Select(model => model.Name)];

    /// <summary>The model of that name.</summary>
    public static IReferenceModel Find(string name) => All.Single(model => model.Name == name);
}
