using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Optimization;

/// <summary>What a program is to compute, by name.</summary>
/// <param name="First">What is needed by itself: the prediction of an inference program, what a turn of a loop gives.</param>
/// <param name="Second">What else: the loss, the gradients of a turn.</param>
internal sealed record ProgramResults(IReadOnlyList<KeyValuePair<string, Value>> First, IReadOnlyList<KeyValuePair<string, Value>> Second)
{
    public IReadOnlyList<KeyValuePair<string, Value>> All => [.. First, .. Second];
}
