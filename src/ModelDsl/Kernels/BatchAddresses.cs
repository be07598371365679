namespace ModelDsl.Kernels;

/// <summary>Where the examples of a batch lie.</summary>
internal readonly struct BatchAddresses<T>(Address<T> input, Address<int> labels, Address<T> target, Address<T> weights)
    where T : unmanaged
{
    internal Address<T> Input => input;

    internal Address<int> Labels => labels;

    internal Address<T> Target => target;

    internal Address<T> Weights => weights;

    /// <summary>The same batch from a later example on.</summary>
    internal BatchAddresses<T> Skip(nint examples, int inputLength, int targetSize) =>
        new(input + (examples * inputLength), labels + (examples * targetSize), target + (examples * targetSize), weights + examples);
}
