namespace ModelDsl.Benchmarks.Measurement;

/// <summary>What one process of our own measures.</summary>
internal enum Turn
{
    /// <summary>Training steps and predictions, and the machine's peak.</summary>
    Models,

    /// <summary>As <see cref="Models"/>, and matrix products and the regions of each step.</summary>
    All,

    /// <summary>Predictions alone.</summary>
    Predictions,

    /// <summary>The memory that one model takes.</summary>
    Memory,
}
