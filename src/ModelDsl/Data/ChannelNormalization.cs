namespace ModelDsl;

/// <summary>
/// Makes each channel of images have mean 0 and standard deviation 1: (value − mean) / standard deviation, where values lie from 0 to 1.
/// What was computed from the training images is used for all others, too, so that the model sees them alike.
/// </summary>
public sealed class ChannelNormalization
{
    private readonly double[] means;
    private readonly double[] deviations;

    /// <summary>A normalisation by known figures, such as ImageNet's mean (0.485, 0.456, 0.406) and standard deviation (0.229, 0.224, 0.225).</summary>
    /// <param name="means">The mean of each channel, of values from 0 to 1.</param>
    /// <param name="standardDeviations">The standard deviation of each channel, positive.</param>
    /// <exception cref="ArgumentException">The two differ in length or are empty, a number is not finite, or a standard deviation is not positive.</exception>
    public ChannelNormalization(ReadOnlySpan<double> means, ReadOnlySpan<double> standardDeviations)
    {
        if (means.IsEmpty)
        {
            throw new ArgumentException("means holds no channel.", nameof(means));
        }

        if (standardDeviations.Length != means.Length)
        {
            throw new ArgumentException($"standardDeviations holds {standardDeviations.Length} channels, but means holds {means.Length}.", nameof(standardDeviations));
        }

        for (int channel = 0; channel < means.Length; channel++)
        {
            if (!double.IsFinite(means[channel]))
            {
                throw new ArgumentException(FormattableString.Invariant($"means: the mean of channel {channel} is {means[channel]}; it is a finite number."), nameof(means));
            }

            if (!(standardDeviations[channel] > 0 && double.IsFinite(standardDeviations[channel])))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"standardDeviations: the standard deviation of channel {channel} is {standardDeviations[channel]}; it is positive and finite."),
                    nameof(standardDeviations));
            }
        }

        this.means = means.ToArray();
        deviations = standardDeviations.ToArray();
    }

    /// <summary>The mean of each channel.</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>The standard deviation of each channel.</summary>
    public IReadOnlyList<double> StandardDeviations => deviations;

    /// <summary>The figures of pixels, exact: the sums of bytes and of their squares are whole numbers. A channel of one value alone keeps its spread.</summary>
    internal static ChannelNormalization Of(ReadOnlySpan<byte> pixels, int channels)
    {
        double[] means = new double[channels];
        double[] deviations = new double[channels];
        double count = (double)pixels.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            ulong sum = 0;
            ulong squares = 0;
            for (int i = channel; i < pixels.Length; i += channels)
            {
                sum += pixels[i];
                squares += (ulong)pixels[i] * pixels[i];
            }

            double mean = sum / count;
            double variance = (squares / count) - (mean * mean);
            means[channel] = mean / byte.MaxValue;
            deviations[channel] = variance > 0 ? Math.Sqrt(variance) / byte.MaxValue : 1;
        }

        return new ChannelNormalization(means, deviations);
    }
}
