using System.Numerics;

namespace ModelDsl.Tests.Data;

/// <summary>Small images for tests.</summary>
internal static class Images
{
    /// <summary>Bytes that look random and are the same in every run.</summary>
    internal static byte[] Bytes(int count, int seed)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>The features of all examples as a training of this pass sees them, or as a measurement does in pass 0.</summary>
    internal static T[] Features<T>(Dataset<T> data, int epoch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Features(data, epoch, [.. Enumerable.Range(0, data.Count)]);

    /// <summary>The features of these examples as a training of this pass sees them.</summary>
    internal static T[] Features<T>(Dataset<T> data, int epoch, int[] indices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] features = new T[indices.Length * data.FeatureSize];
        data.Gather(indices, new Batch<T> { Features = features, Labels = new int[indices.Length * data.TargetSize], Epoch = epoch });
        return features;
    }

    /// <summary>What the pixels become where nothing is normalised.</summary>
    internal static T[] Scaled<T>(params byte[] pixels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(pixels, pixel => T.CreateTruncating(pixel / 255.0));
}
