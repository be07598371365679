namespace ModelDsl.CompiledTests.Models;

/// <content>Models that continue texts.</content>
public static partial class Catalog
{
    private static readonly Dictionary<string, (Func<long, Model<float>> Single, Func<long, Model<double>> Double)> generators = new()
    {
        [nameof(TiedGenerator)] = (seed => new TiedGenerator(seed), seed => new TiedGenerator64(seed)),
        [nameof(RotaryGenerator)] = (seed => new RotaryGenerator(seed), seed => new RotaryGenerator64(seed)),
        [nameof(LinearBiasGenerator)] = (seed => new LinearBiasGenerator(seed), seed => new LinearBiasGenerator64(seed)),
        [nameof(RecurrentGenerator)] = (seed => new RecurrentGenerator(seed), seed => new RecurrentGenerator64(seed)),
        [nameof(MixedGenerator)] = (seed => new MixedGenerator(seed), seed => new MixedGenerator64(seed)),
    };

    /// <summary>The names of those that continue texts of eleven ids; they have no reference vectors.</summary>
    public static IReadOnlyCollection<string> GeneratorNames => generators.Keys;
}
