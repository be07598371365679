namespace ModelDsl.Benchmarks.Models;

/// <summary>Numbers to compute with.</summary>
internal static class Noise
{
    /// <summary>A standard normal number, by the method of Box and Muller (1958).</summary>
    public static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
