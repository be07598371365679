using ModelDsl;

namespace Digits;

/// <summary>Pictures of digits with what they show.</summary>
/// <param name="Pixels">Grey values from 0 (paper) to 1 (ink), 784 to a picture, row by row.</param>
/// <param name="Labels">The digit that each picture shows.</param>
internal sealed record DigitImages(float[] Pixels, int[] Labels)
{
    /// <summary>The number of pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>The grey values of one picture.</summary>
    /// <param name="index">Which picture, from 0.</param>
    public ReadOnlySpan<float> Picture(int index) => Pixels.AsSpan(index * DigitClassifier.InputSize, DigitClassifier.InputSize);

    /// <summary>The pictures as the trainer takes them; they are not copied.</summary>
    public Dataset<float> ToDataset() => Dataset.Create(Pixels, Labels);

    /// <summary>The pictures in a range, copied.</summary>
    /// <param name="range">Which pictures.</param>
    public DigitImages Slice(Range range)
    {
        (int start, int count) = range.GetOffsetAndLength(Count);
        int size = DigitClassifier.InputSize;
        return new DigitImages(Pixels.AsSpan(start * size, count * size).ToArray(), Labels[range]);
    }
}
