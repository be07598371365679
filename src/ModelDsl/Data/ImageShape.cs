namespace ModelDsl;

/// <summary>The size of an image. Its elements lie row by row, with the channels of a pixel side by side.</summary>
/// <param name="Height">The number of rows.</param>
/// <param name="Width">The number of columns.</param>
/// <param name="Channels">The number of values of a pixel: 1 for grey, 3 for colours, 4 with transparency.</param>
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>The number of elements of an image.</summary>
    internal int Size => Height * Width * Channels;

    /// <summary>The size as models write it.</summary>
    public override string ToString() => FormattableString.Invariant($"({Height}, {Width}, {Channels})");

    internal void Check(string name)
    {
        if (Height < 1 || Width < 1 || Channels < 1)
        {
            throw new ArgumentException($"{name} is {this}; height, width and channels are at least 1.", name);
        }

        if ((long)Height * Width > int.MaxValue || (long)Height * Width * Channels > int.MaxValue)
        {
            throw new ArgumentException($"{name} is {this}, which is more elements than an array can hold.", name);
        }
    }
}
