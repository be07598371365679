using System.Numerics;

namespace ModelDsl;

/// <summary>
/// Continues texts: draws one id after the other from what the model predicts. It keeps what it has worked out of the ids before, in constant memory, and
/// an id allocates nothing. Not thread-safe; many may draw from the same model at once.
/// </summary>
/// <remarks>
/// Where a model looks at a limited number of positions and they are used up, the last ids, half as many as there are positions and the newest among them, are gone
/// through again as the first, and the text goes on behind them.
/// </remarks>
/// <typeparam name="T">The element type of the model.</typeparam>
public sealed class TokenGenerator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SequenceStepper<T> stepper;
    private readonly GenerationOptions options;
    private readonly T[] probabilities;
    private readonly int[] recent;
    private readonly string name;
    private TokenSampler<T> sampler;
    private int drawn;
    private bool hasEnded = true;

    internal TokenGenerator(Model<T> model, GenerationOptions? options)
    {
        this.options = options ?? new GenerationOptions();
        stepper = new SequenceStepper<T>(model, 1);
        name = model.Definition.Name;
        probabilities = new T[model.Definition.OutputShape[^1]];
        recent = new int[stepper.Length ?? 0];
        sampler = new TokenSampler<T>(probabilities.Length, this.options);
    }

    /// <summary>Reads the beginning of a text, and forgets any other.</summary>
    /// <param name="prompt">The ids, at least one, and at most as many as the model looks at.</param>
    /// <exception cref="ArgumentException">There are none, or too many, or one is none of the vocabulary; then there is no text to continue.</exception>
    public void Start(ReadOnlySpan<int> prompt)
    {
        if (prompt.IsEmpty || prompt.Length > (stepper.Length ?? int.MaxValue))
        {
            throw new ArgumentException(prompt.IsEmpty
                ? "prompt holds no ids, but a text is continued from at least one."
                : FormattableString.Invariant($"prompt holds {prompt.Length} ids, but {name} looks at {stepper.Length}: start from the last of them."), nameof(prompt));
        }

        (hasEnded, drawn) = (true, 0);
        BatchCheck.Tokens(prompt, [new TokenFeatures(0, prompt.Length, probabilities.Length)], 0, nameof(prompt));
        stepper.Reset();
        sampler = new TokenSampler<T>(probabilities.Length, options);
        foreach (int id in prompt)
        {
            Read(id);
        }

        hasEnded = false;
    }

    /// <summary>Draws the next id.</summary>
    /// <param name="token">The id; −1 where the text has ended.</param>
    /// <returns>False where the text has ended: after <see cref="GenerationOptions.MaxTokens"/>, or with one of <see cref="GenerationOptions.StopIds"/>, which is not returned.</returns>
    public bool TryNext(out int token)
    {
        token = -1;
        if (hasEnded || drawn == options.MaxTokens)
        {
            return false;
        }

        int id = sampler.Next(probabilities);
        if (Contains(options.StopIds, id))
        {
            hasEnded = true;
            return false;
        }

        drawn++;
        if (drawn < options.MaxTokens)
        {
            Read(id);
        }

        token = id;
        return true;
    }

    /// <summary>Draws ids until the text ends or the memory is full.</summary>
    /// <param name="tokens">Where they go.</param>
    /// <returns>How many.</returns>
    public int Fill(Span<int> tokens)
    {
        int count = 0;
        while (count < tokens.Length && TryNext(out int token))
        {
            tokens[count++] = token;
        }

        return count;
    }

    /// <summary>Whether an id ends the text; counted, since an enumerator would be allocated.</summary>
    private static bool Contains(IReadOnlyList<int> ids, int id)
    {
        for (int i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id)
            {
                return true;
            }
        }

        return false;
    }

    private void Read(int id)
    {
        sampler.Observe(id);
        if (stepper.Position == stepper.Length)
        {
            int kept = Math.Max(1, recent.Length / 2) - 1;
            recent.AsSpan(recent.Length - kept).CopyTo(recent);
            stepper.Reset();
            for (int i = 0; i < kept; i++)
            {
                stepper.Step([recent[i]], probabilities);
            }
        }

        if (recent.Length > 0)
        {
            recent[stepper.Position] = id;
        }

        stepper.Step([id], probabilities);
    }
}
