namespace QualityInspection.Page;

/// <summary>The colours of the page.</summary>
internal static class Palette
{
    public const string Paper = "#f4f2ee";
    public const string Card = "#ffffff";
    public const string Line = "#e2ded6";
    public const string Ink = "#22262b";
    public const string Muted = "#767b82";
    public const string Track = "#efece6";
    public const string Wrong = "#c8322b";
    public const string WrongCard = "#fdf0ee";

    /// <summary>The colour of each condition.</summary>
    public static readonly string[] Conditions = ["#3f8f6b", "#3c6fb4", "#8a5fb0", "#c07f22"];
}
