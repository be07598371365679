using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The product with the transposed table of the model's first embedding.</summary>
internal sealed class TiedDenseLayer : TransformKind
{
    public override string Name => "TiedDense";

    public override string Stem => "tiedDense";

    public override Shape? Infer(LayerContext context)
    {
        if (context.Table is not { } table)
        {
            context.Report(RuleIds.NoTable, context.IsRepeated
                ? "TiedDense multiplies by the table of the model's first Embedding, which the turns of a repeated block cannot share.\nMove it out of the block, behind the Repeat."
                : "TiedDense multiplies by the table of an Embedding, but there is none before it.\nUse Dense, or start with [TokenInput(…), Embedding(…)].");
            return null;
        }

        if (table[1] == context.Input.Columns)
        {
            return context.Input.WithColumns(table[0]);
        }

        (string advice, string remedy) = context.Previous is { Kind: DenseLayer, Spec.Attribute: var dense }
            ? ($"Use Dense({table[1]}) before it", $"set-first@{dense} {table[1]}")
            : ($"Insert [Dense({table[1]})] before it", $"insert Dense({table[1]})");
        context.Report(RuleIds.NoTable, $"TiedDense multiplies by the table of the Embedding, whose rows have {table[1]} features, but its input is {context.Input}.\n{advice}, or make the Embedding as wide.", remedy: remedy);
        return null;
    }

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.MatMul(input, lowering.Table!, transposeRight: true);
}
