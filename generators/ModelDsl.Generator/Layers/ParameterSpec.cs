using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>A trained tensor of a layer.</summary>
/// <param name="Role">What it is to the layer, such as <c>weight</c>: the last part of its name.</param>
/// <param name="Shape">Its shape in the kernels' memory.</param>
/// <param name="InterchangeAxes">For each axis of its shape in weight files (PyTorch's), the axis of <paramref name="Shape"/>.</param>
/// <param name="Initializer">How it starts.</param>
/// <param name="InitialValue">The value of a constant start, the deviation of a normal one.</param>
/// <param name="FanIn">The inputs that one output sums over.</param>
/// <param name="FanOut">The outputs that one input reaches.</param>
/// <param name="Decays">Whether weight decay applies.</param>
/// <param name="Momentum">0 for what is trained; for a buffer the share by which it moves, with each step, towards what the step measured.</param>
internal sealed record ParameterSpec(
    string Role, Shape Shape, int[] InterchangeAxes, InitializerKind Initializer, double InitialValue, int FanIn, int FanOut, bool Decays, double Momentum = 0)
{
    /// <summary>A number for each channel that starts at a value and does not decay.</summary>
    public static ParameterSpec OfChannels(string role, int channels, double start, double momentum = 0) =>
        new(role, new Shape(channels), [0], InitializerKind.Constant, start, channels, channels, Decays: false, momentum);

    /// <summary>Whether it follows what training measures instead of being trained.</summary>
    public bool IsBuffer => Momentum > 0;
}

/// <summary>The library's enum of initialisers, member for member.</summary>
internal enum InitializerKind
{
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
    Zeros,
    Constant,
    Normal,
}
