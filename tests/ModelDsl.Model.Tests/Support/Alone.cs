namespace ModelDsl.CompiledTests.Support;

/// <summary>Tests that count the process's allocations or set its number of threads run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);
}
