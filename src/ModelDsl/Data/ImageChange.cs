using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>What is done to one image: where each of its pixels comes from, and how much noise it gets.</summary>
internal struct ImageChange
{
    /// <summary>Where a pixel of the changed image lies in the unchanged one.</summary>
    internal AffineMap Map;

    /// <summary>The standard deviation of the noise, of values from 0 to 1.</summary>
    internal double Noise;

    /// <summary>The key of the noise.</summary>
    internal RandomKey NoiseKey;
}
