namespace ModelDsl;

/// <summary>How a text is continued: how many ids are drawn, and from which of those that the model thinks possible.</summary>
public sealed record GenerationOptions
{
    /// <summary>The most ids to draw, at least 1; 256 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxTokens
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxTokens));
            field = value;
        }
    } = 256;

    /// <summary>What logits are divided by, at least 0: below 1 the likely becomes likelier, above 1 less likely; at 0 the likeliest id is always taken, of equals the lowest. 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or no finite number.</exception>
    public double Temperature
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw OutOfRange(nameof(Temperature), value, "a finite number of at least 0");
    } = 1;

    /// <summary>Of how many of the likeliest ids one is drawn, at least 1 (Fan et al. 2018); null, the default, for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? TopK
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(TopK));
            field = value;
        }
    }

    /// <summary>The share, in (0, 1], that the likeliest ids from which one is drawn have to make up together: no more of them than that takes (nucleus sampling; Holtzman et al. 2020). Null, the default, for all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in (0, 1].</exception>
    public double? TopP
    {
        get;
        init => field = value is null or (> 0 and <= 1) ? value : throw OutOfRange(nameof(TopP), value.Value, "a share in (0, 1]");
    }

    /// <summary>
    /// What the logit of an id that the text already has is multiplied by, above 0 (after Keskar et al. 2019, section 4.1; logits are the logarithms of the model's
    /// probabilities, so none is positive): above 1 such ids become less likely. 1, the default, for no change.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or no finite number.</exception>
    public double RepetitionPenalty
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw OutOfRange(nameof(RepetitionPenalty), value, "a finite number above 0");
    } = 1;

    /// <summary>The ids that end the text; none by default.</summary>
    public IReadOnlyList<int> StopIds { get; init; } = [];

    /// <summary>The seed of the draws: the same seed and the same text are continued alike. 0 by default.</summary>
    public long Seed { get; init; }

    private static ArgumentOutOfRangeException OutOfRange(string name, double value, string range) =>
        new(name, value, FormattableString.Invariant($"{name} is {value}, but it has to be {range}."));
}
