using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>Paints pictures of parts.</summary>
internal static class Painter
{
    /// <summary>Paints one.</summary>
    /// <param name="picture">Where red, green and blue of each pixel go, row by row.</param>
    /// <param name="condition">What is wrong with the part.</param>
    /// <param name="random">Chooses the surface, the fault and the camera's noise.</param>
    public static void Paint(Span<byte> picture, Condition condition, Random random)
    {
        Surface surface = Surface.Draw(random);
        Defect? defect = Defect.Draw(condition, random);
        uint camera = (uint)random.Next();
        for (int y = 0; y < Parts.Side; y++)
        {
            for (int x = 0; x < Parts.Side; x++)
            {
                Vector2 place = new(x, y);
                Vector3 color = surface.ColorAt(defect is null ? place : defect.Source(place));
                color = (defect?.Color(color, place) ?? color) + new Vector3(0.012f * Texture.Grain(x, y, camera));
                int start = ((y * Parts.Side) + x) * 3;
                picture[start] = ToByte(color.X);
                picture[start + 1] = ToByte(color.Y);
                picture[start + 2] = ToByte(color.Z);
            }
        }
    }

    private static byte ToByte(float value) => (byte)Math.Clamp((value * byte.MaxValue) + 0.5f, 0, byte.MaxValue);
}
