namespace Sentiment;

/// <summary>A sentence that says what somebody thinks of a film.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsPositive">Whether it is favourable.</param>
internal sealed record Review(string Text, bool IsPositive);
