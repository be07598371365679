namespace Digits;

/// <summary>What the training was asked to do.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Data">The folder with MNIST, or null to draw digits.</param>
/// <param name="Epochs">Passes through the training pictures.</param>
/// <param name="Batch">Pictures per training step.</param>
/// <param name="Seed">Chooses drawings, initial weights and order.</param>
/// <param name="Threads">Threads to compute on.</param>
/// <param name="Save">Where the weights go.</param>
internal sealed record TrainOptions(string Network, string? Data, int Epochs, int Batch, int Seed, int Threads, string Save);
