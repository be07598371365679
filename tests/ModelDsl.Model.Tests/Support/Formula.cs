using System.Numerics;

namespace ModelDsl.CompiledTests.Support;

/// <summary>Numbers that follow from a name, as networks.py computes them too, so that whole networks need no files of weights.</summary>
internal static class Formula
{
    /// <summary>What a parameter of this name and interchange shape holds: numbers that single precision holds exactly.</summary>
    public static T[] Parameter<T>(string name, int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = shape.Aggregate(1, (product, length) => product * length);
        (double centre, double spread) = name[(name.LastIndexOf('.') + 1)..] switch
        {
            "weight" when shape.Length > 1 => (0, Math.Sqrt(6.0 * shape[0] / size)),
            "weight" => (0.5, 0.2),
            "running_var" => (2, 1),
            _ => (0, 0.2),
        };
        return Array.ConvertAll(Uniform(name, size), value => T.CreateChecked((float)(centre + (spread * value))));
    }

    /// <summary>Numbers in [−1, 1).</summary>
    public static double[] Uniform(string name, int count)
    {
        // The name by FNV-1a, mixed with the index.
        uint seed = name.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
        return [.. Enumerable.Range(0, count).Select(i => (Mix(unchecked(seed + ((uint)i * 2654435761u))) / 2147483648.0) - 1)];
    }

    private static uint Mix(uint value)
    {
        value = unchecked((value ^ (value >> 16)) * 0x45d9f3bu);
        value = unchecked((value ^ (value >> 16)) * 0x45d9f3bu);
        return value ^ (value >> 16);
    }
}
