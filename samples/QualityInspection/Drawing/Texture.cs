using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>Random values that depend on the place alone.</summary>
internal static class Texture
{
    /// <summary>A number from −1 to 1 for a whole place.</summary>
    public static float Grain(int x, int y, uint seed)
    {
        uint hash = unchecked((uint)x * 0x9E3779B1u ^ ((uint)y * 0x85EBCA77u) ^ (seed * 0xC2B2AE3Du));
        hash = unchecked((hash ^ (hash >> 15)) * 0x2C1B3C6Du);
        hash = unchecked((hash ^ (hash >> 12)) * 0x297A2D39u);
        return ((hash ^ (hash >> 15)) * (2f / uint.MaxValue)) - 1;
    }

    /// <summary>Numbers from −1 to 1 that change smoothly between whole places.</summary>
    public static float Cloud(float x, float y, uint seed)
    {
        int left = (int)MathF.Floor(x);
        int top = (int)MathF.Floor(y);
        float right = Ease(x - left);
        float upper = float.Lerp(Grain(left, top, seed), Grain(left + 1, top, seed), right);
        float lower = float.Lerp(Grain(left, top + 1, seed), Grain(left + 1, top + 1, seed), right);
        return float.Lerp(upper, lower, Ease(y - top));
    }

    /// <summary>From 0 below <paramref name="from"/> to 1 above <paramref name="to"/>, smoothly.</summary>
    public static float Step(float from, float to, float value) => Ease(Math.Clamp((value - from) / (to - from), 0, 1));

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static float Between(this Random random, float low, float high) => low + ((high - low) * random.NextSingle());

    /// <summary>One of several.</summary>
    public static E Pick<E>(this Random random, E[] choices) => choices[random.Next(choices.Length)];

    /// <summary>A direction.</summary>
    /// <param name="degrees">Its angle: 0 to the right, 90 down.</param>
    public static Vector2 Direction(float degrees)
    {
        (float sin, float cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Vector2(cos, sin);
    }

    private static float Ease(float share) => share * share * (3 - (2 * share));
}
