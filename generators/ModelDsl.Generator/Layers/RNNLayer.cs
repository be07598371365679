using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A plain recurrent layer.</summary>
internal sealed class RNNLayer : RecurrentKind
{
    public override string Name => "RNN";

    public override string Stem => "rnn";

    protected override RecurrenceKind CellOf(LayerSpec spec) => spec.Get("ReLU", false) ? RecurrenceKind.ReLURNN : RecurrenceKind.RNN;
}
