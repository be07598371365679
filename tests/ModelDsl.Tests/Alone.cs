namespace ModelDsl.Tests;

/// <summary>Tests that set the number of threads, or look at allocations, run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    internal const string Name = "Alone";
}
