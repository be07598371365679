using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Enlargement by whole factors of images that are stored as (example, height, width, channels). A gradient is gathered by the pixel it belongs to,
/// in a fixed order, so results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Resample
{
    /// <summary>Each pixel is repeated <paramref name="factorHeight"/> × <paramref name="factorWidth"/> times.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The small images, batch × height × width × channels.</param>
    /// <param name="destination">The large images, batch × (height × factor) × (width × factor) × channels.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="height">The height of the small image in pixels.</param>
    /// <param name="width">The width of the small image in pixels.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="factorHeight">How many times higher the large image is.</param>
    /// <param name="factorWidth">How many times wider the large image is.</param>
    public static void Nearest<T>(
        Address<T> source, Address<T> destination, nint batch, int height, int width, int channels, int factorHeight, int factorWidth)
        where T : unmanaged
    {
        ResampleShape shape = new(height, width, channels, factorHeight, factorWidth);
        Run<T, NearestRow<T>>(new NearestRow<T>(source, destination, shape), batch * shape.LargeHeight, shape.LargeStride, channels, cost: 2);
    }

    /// <summary>The gradient of <see cref="Nearest{T}"/>: that of a pixel is the sum over its repetitions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputGradient">The gradient of the large images.</param>
    /// <param name="inputGradient">The gradient of the small images; it is overwritten.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="height">The height of the small image in pixels.</param>
    /// <param name="width">The width of the small image in pixels.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="factorHeight">How many times higher the large image is.</param>
    /// <param name="factorWidth">How many times wider the large image is.</param>
    public static void NearestGradient<T>(
        Address<T> outputGradient, Address<T> inputGradient, nint batch, int height, int width, int channels, int factorHeight, int factorWidth)
        where T : unmanaged
    {
        ResampleShape shape = new(height, width, channels, factorHeight, factorWidth);
        Run<T, NearestGradientRow<T>>(
            new NearestGradientRow<T>(outputGradient, inputGradient, shape), batch * height, shape.SmallStride, channels, factorHeight * factorWidth);
    }

    /// <summary>
    /// Bilinear interpolation with the centres of pixels aligned, as PyTorch's <c>interpolate</c> with align_corners=False: pixel d of the large image
    /// lies at (d + ½) / factor − ½ of the small one, clamped to its pixels.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The small images, batch × height × width × channels.</param>
    /// <param name="destination">The large images, batch × (height × factor) × (width × factor) × channels.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="height">The height of the small image in pixels.</param>
    /// <param name="width">The width of the small image in pixels.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="factorHeight">How many times higher the large image is.</param>
    /// <param name="factorWidth">How many times wider the large image is.</param>
    public static void Bilinear<T>(
        Address<T> source, Address<T> destination, nint batch, int height, int width, int channels, int factorHeight, int factorWidth)
        where T : unmanaged
    {
        ResampleShape shape = new(height, width, channels, factorHeight, factorWidth);
        Run<T, BilinearRow<T>>(new BilinearRow<T>(source, destination, shape), batch * shape.LargeHeight, shape.LargeStride, channels, cost: 8);
    }

    /// <summary>The gradient of <see cref="Bilinear{T}"/>: that of a pixel is the sum over the large image's pixels, each with the weight it has there.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputGradient">The gradient of the large images.</param>
    /// <param name="inputGradient">The gradient of the small images; it is overwritten.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="height">The height of the small image in pixels.</param>
    /// <param name="width">The width of the small image in pixels.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="factorHeight">How many times higher the large image is.</param>
    /// <param name="factorWidth">How many times wider the large image is.</param>
    public static void BilinearGradient<T>(
        Address<T> outputGradient, Address<T> inputGradient, nint batch, int height, int width, int channels, int factorHeight, int factorWidth)
        where T : unmanaged
    {
        ResampleShape shape = new(height, width, channels, factorHeight, factorWidth);
        Run<T, BilinearGradientRow<T>>(
            new BilinearGradientRow<T>(outputGradient, inputGradient, shape), batch * height, shape.SmallStride, channels, 8 * factorHeight * factorWidth);
    }

    private static void Run<T, TRow>(TRow row, nint rows, nint columns, int channels, int cost)
        where T : unmanaged
        where TRow : struct, IResampleRow<T>
    {
        nint height = Partition.Rows(rows, columns, cost);
        ResampleJob<T, TRow> job = new(row, rows, height, channels);
        Partition.Run(in job, rows * columns, cost, Partition.Count(rows, height));
    }
}
