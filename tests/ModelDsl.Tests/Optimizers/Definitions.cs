namespace ModelDsl.Tests.Optimizers;

/// <summary>Definitions of models that consist of parameters only.</summary>
internal static class Definitions
{
    internal static ModelDefinition Of(params ParameterSegment[] parameters) => new()
    {
        Name = "Sample",
        InputShape = [1],
        OutputShape = [1],
        TargetKind = TargetKind.None,
        TargetSize = 0,
        ClassCount = 0,
        Parameters = parameters,
        Layers = [],
        Training = null,
        Inference = new ExecutionPlan(0, 0, 0, -1, -1, []),
    };

    /// <summary>A vector of parameters.</summary>
    internal static ParameterSegment Vector(string name, int offset, int length, bool decays) =>
        new(name, [length], offset, [1], Initializer.Zeros, 0, length, length, decays);
}
