namespace ModelDsl;

/// <summary>What surrounds a map where a window reaches over its border.</summary>
public enum Padding
{
    /// <summary>Nothing: the window stays inside the map, and the output is smaller than the input by what the window covers.</summary>
    Valid,

    /// <summary>
    /// As much as makes the output ⌈input / stride⌉ long: max(0, (output − 1)·stride + dilation·(kernel − 1) + 1 − input) in all, the smaller half of
    /// an odd number first (top and left), as Keras does.
    /// </summary>
    Same,

    /// <summary>As much on both sides as the layer says in numbers, as PyTorch does.</summary>
    Explicit,
}
