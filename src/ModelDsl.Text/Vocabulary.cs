namespace ModelDsl.Text;

/// <summary>Turns text into the ids that a model reads, and ids into text. Vocabularies never change, so any number of threads may use one.</summary>
public abstract class Vocabulary
{
    /// <summary>The number of ids: they are 0 to this less 1, and this is the first size of an embedding.</summary>
    public abstract int Count { get; }

    /// <summary>The ids of a text.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <exception cref="ArgumentException">The text has something for which there is no id.</exception>
    public abstract int[] Encode(string text);

    /// <summary>The text of some ids.</summary>
    /// <param name="ids">The ids, any number of them.</param>
    /// <exception cref="ArgumentException">An id is none of this vocabulary.</exception>
    public abstract string Decode(ReadOnlySpan<int> ids);

    /// <summary>Writes the vocabulary as JSON: to a temporary file in the same folder, which takes the place of <paramref name="path"/> when it is complete and on the disk.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">The file cannot be written; <paramref name="path"/> is as it was.</exception>
    public abstract void Save(string path);

    /// <summary>Throws unless all ids are of this vocabulary.</summary>
    /// <param name="ids">The ids.</param>
    /// <exception cref="ArgumentException">One is not.</exception>
    protected void CheckIds(ReadOnlySpan<int> ids)
    {
        int place = ids.IndexOfAnyExceptInRange(0, Count - 1);
        if (place >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The id at index {place} is {ids[place]}; those of this vocabulary are 0 to {Count - 1}."), nameof(ids));
        }
    }
}
