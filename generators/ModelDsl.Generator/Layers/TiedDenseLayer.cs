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
            context.Report(RuleIds.NoTable, "TiedDense multiplies by the table of an Embedding, but there is none before it outside of repeated blocks.\nUse Dense, or start with [TokenInput(…), Embedding(…)].");
            return null;
        }

        if (table[1] == context.Input.Columns)
        {
            return context.Input.WithColumns(table[0]);
        }

        context.Report(RuleIds.NoTable, $"TiedDense multiplies by the table of the Embedding, whose rows have {table[1]} features, but its input is {context.Input}.\nInsert [Dense({table[1]})] before it, or make the Embedding as wide.");
        return null;
    }

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.MatMul(input, lowering.Table!, transposeRight: true);
}
