namespace ModelDsl.Benchmarks.Measurement;

/// <summary>What a figure is a figure of.</summary>
/// <param name="Source">The program that measured it, as it calls itself.</param>
/// <param name="Subject">The model or the matrix product.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Figure">The column's name, such as <see cref="Figures.Step"/>.</param>
internal readonly record struct Key(string Source, string Subject, int Threads, string Figure);
