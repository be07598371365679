using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A gated recurrent unit.</summary>
internal sealed class GRULayer : RecurrentKind
{
    public override string Name => "GRU";

    public override string Stem => "gru";

    protected override RecurrenceKind CellOf(LayerSpec spec) => RecurrenceKind.GRU;
}
