namespace CharGpts;

/// <summary>What was asked for.</summary>
/// <param name="Data">A text file, or null for the project's own sources.</param>
/// <param name="Steps">How many steps to train.</param>
/// <param name="Seed">The seed of weights, batches and samples.</param>
/// <param name="Threads">How many threads.</param>
/// <param name="Save">Where the weights go.</param>
/// <param name="Resume">Whether to start from the weights there.</param>
/// <param name="Prompt">What samples begin with.</param>
/// <param name="Length">How many characters a sample has.</param>
/// <param name="Every">After how many steps there is one.</param>
internal sealed record Options(FileInfo? Data, int Steps, long Seed, int Threads, string Save, bool Resume, string Prompt, int Length, int Every);
