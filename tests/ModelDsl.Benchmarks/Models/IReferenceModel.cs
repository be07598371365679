namespace ModelDsl.Benchmarks.Models;

/// <summary>A model that the peers have too: the same shapes, batch, loss and optimiser.</summary>
internal interface IReferenceModel
{
    /// <summary>The name that the peers' programs know it by.</summary>
    string Name { get; }

    /// <summary>The examples of a training step and of a batch forward.</summary>
    int BatchSize { get; }

    /// <summary>What it is, for people.</summary>
    string Description { get; }

    /// <summary>A model with fresh parameters.</summary>
    Model<float> Create();

    /// <summary>
    /// The same network with each repeated block written out turn after turn, for the breakdown of a step: a loop is one region, its turns one after the other are
    /// many. A model without repeated blocks is that already.
    /// </summary>
    Model<float> CreateUnrolled() => Create();

    /// <summary>The optimiser of its training step.</summary>
    Optimizer CreateOptimizer();

    /// <summary>One feature value: standard normal where inputs are measurements, a whole number where they are tokens.</summary>
    float Feature(Random random);
}
