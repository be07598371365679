namespace QualityInspection;

/// <summary>What was asked for.</summary>
/// <param name="Parts">Parts to learn from; a quarter as many are drawn to be tested on.</param>
/// <param name="Epochs">Passes through them.</param>
/// <param name="Batch">Parts per training step.</param>
/// <param name="Seed">Chooses drawings, initial weights, order and augmentation.</param>
/// <param name="Threads">Threads to compute on.</param>
/// <param name="Page">Where the page goes.</param>
internal sealed record InspectOptions(int Parts, int Epochs, int Batch, int Seed, int Threads, string Page);
