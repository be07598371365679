using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>For each id its row of a table that is learned.</summary>
internal sealed class EmbeddingLayer : TransformKind
{
    /// <summary>Single precision tells whole numbers up to this apart.</summary>
    private const int MostIds = 1 << 24;

    public override string Name => "Embedding";

    public override string Stem => "embedding";

    public override bool TakesIds => true;

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    /// <summary>The number of ids that have a row.</summary>
    public static int Count(LayerSpec spec) => spec.Get("count", 0);

    public static int Width(LayerSpec spec) => spec.Get("width", 0);

    public override Shape? Infer(LayerContext context)
    {
        LayerSpec spec = context.Spec;
        int padding = Padding(spec);
        if (Count(spec) is <= 0 or > MostIds)
        {
            context.Report(Count(spec) <= 0 ? RuleIds.NonPositiveSize : RuleIds.TooLarge, $"Embedding: {Count(spec)} ids, but a table has 1 to {MostIds} rows.\nUse the size of the vocabulary.", "count", Count(spec) < 0 ? $"set {-(long)Count(spec)}" : string.Empty);
        }
        else if (Width(spec) <= 0)
        {
            context.Report(RuleIds.NonPositiveSize, $"Embedding: {Width(spec)} features for each id, but there is at least 1.\nUse a positive number.", "width", $"set {Math.Max(1L, -(long)Width(spec))}");
        }
        else if (padding < -1 || padding >= Count(spec))
        {
            context.Report(RuleIds.BadArgument, $"Embedding: PaddingIndex is {padding}, but the ids are 0 to {Count(spec) - 1}.\nUse one of them, or leave it out.", "PaddingIndex", padding < 0 ? "drop" : $"set {Count(spec) - 1}");
        }
        else if (Tables.AreValid(context))
        {
            context.Ids!.Limit(Count(spec));
            return new Shape([.. context.Input.ToArray(), Width(spec)]);
        }

        return null;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(LayerSpec spec, Shape input) => [Tables.Table(spec, Count(spec), Width(spec))];

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering)
    {
        Value table = lowering.Parameter("weight");
        lowering.Table ??= table;
        return lowering.Graph.Gather(table, input, Padding(spec));
    }

    private static int Padding(LayerSpec spec) => spec.Get("PaddingIndex", -1);
}
