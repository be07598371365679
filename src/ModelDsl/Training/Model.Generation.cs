using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl;

/// <content>Going through sequences step by step, and continuing them.</content>
public abstract partial class Model<T>
{
    /// <summary>What goes through sequences step by step.</summary>
    /// <param name="sequences">The number of sequences.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected SequenceStepper<T> NewStepper(int sequences) => new(this, sequences);

    /// <summary>What continues texts.</summary>
    /// <param name="options">How ids are drawn, null for the defaults.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TokenGenerator<T> NewGenerator(GenerationOptions? options) => new(this, options);

    /// <summary>Continues a text.</summary>
    /// <param name="prompt">The ids of its beginning.</param>
    /// <param name="options">How ids are drawn, null for the defaults.</param>
    /// <returns>The ids that follow.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int[] GenerateAll(ReadOnlySpan<int> prompt, GenerationOptions? options)
    {
        TokenGenerator<T> generator = new(this, options);
        generator.Start(prompt);
        int[] tokens = new int[(options ?? new GenerationOptions()).MaxTokens];
        return tokens[..generator.Fill(tokens)];
    }

    /// <summary>Continues a text id by id, each drawn on the thread pool when it is asked for.</summary>
    /// <param name="prompt">The ids of its beginning.</param>
    /// <param name="options">How ids are drawn, null for the defaults.</param>
    /// <param name="cancellationToken">Ends the text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected async IAsyncEnumerable<int> GenerateStream(int[] prompt, GenerationOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        TokenGenerator<T> generator = new(this, options);
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        generator.Start(prompt);
        while (generator.TryNext(out int token))
        {
            yield return token;
            cancellationToken.ThrowIfCancellationRequested();
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }
}
