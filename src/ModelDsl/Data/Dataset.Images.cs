using System.Numerics;

namespace ModelDsl;

/// <content>Images.</content>
public abstract partial class Dataset
{
    /// <summary>Images with one class index each. Bytes are scaled to [0, 1] when a batch is made.</summary>
    /// <typeparam name="T">The element type of the model that the images are for.</typeparam>
    /// <param name="pixels">The images, one after the other, each row by row with the channels of a pixel side by side; read in place.</param>
    /// <param name="shape">The size of an image: the shape of the model's input.</param>
    /// <param name="labels">One class index, from 0, for each image; read in place.</param>
    /// <param name="weights">One weight for each image, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not fit, a label is negative, or a weight is negative or not finite.</exception>
    public static ImageDataset<T> CreateImages<T>(byte[] pixels, ImageShape shape, int[] labels, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        int examples = CountImages(pixels, shape);
        BatchCheck.Length(labels.Length, examples, "label", examples, nameof(labels));
        return new ImageDataset<T>(pixels, shape, examples, new ExampleTargets<T>(labels, targets: null, weights, examples));
    }

    /// <summary>Images with target values, such as a measure of what they show. Bytes are scaled to [0, 1] when a batch is made.</summary>
    /// <typeparam name="T">The element type of the model that the images are for.</typeparam>
    /// <param name="pixels">The images, one after the other, each row by row with the channels of a pixel side by side; read in place.</param>
    /// <param name="shape">The size of an image: the shape of the model's input.</param>
    /// <param name="targets">The values, as many for each image, one image after the other; read in place.</param>
    /// <param name="weights">One weight for each image, or null where each counts 1; read in place.</param>
    /// <exception cref="ArgumentException">A size does not fit, or a weight is negative or not finite.</exception>
    public static ImageDataset<T> CreateImages<T>(byte[] pixels, ImageShape shape, T[] targets, T[]? weights = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        int examples = CountImages(pixels, shape);
        return new ImageDataset<T>(pixels, shape, examples, new ExampleTargets<T>(labels: null, targets, weights, examples));
    }

    /// <summary>Images alone, to predict from. Bytes are scaled to [0, 1] when a batch is made.</summary>
    /// <typeparam name="T">The element type of the model that the images are for.</typeparam>
    /// <param name="pixels">The images, one after the other, each row by row with the channels of a pixel side by side; read in place.</param>
    /// <param name="shape">The size of an image: the shape of the model's input.</param>
    /// <exception cref="ArgumentException">A size does not fit.</exception>
    public static ImageDataset<T> CreateImages<T>(byte[] pixels, ImageShape shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int examples = CountImages(pixels, shape);
        return new ImageDataset<T>(pixels, shape, examples, new ExampleTargets<T>(labels: null, targets: null, weights: null, examples));
    }

    private static int CountImages(byte[] pixels, ImageShape shape)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        shape.Check(nameof(shape));
        return pixels.Length % shape.Size == 0
            ? pixels.Length / shape.Size
            : throw new ArgumentException(FormattableString.Invariant($"pixels holds {pixels.Length} bytes, which is not a multiple of the {shape.Size} of an image of {shape}."), nameof(pixels));
    }
}
