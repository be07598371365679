using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A long short-term memory.</summary>
internal sealed class LSTMLayer : RecurrentKind
{
    public override string Name => "LSTM";

    public override string Stem => "lstm";

    protected override RecurrenceKind CellOf(LayerSpec spec) => RecurrenceKind.LSTM;
}
