using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Probabilities along the last axis.</summary>
internal sealed class SoftmaxLayer : TransformKind
{
    public override string Name => "Softmax";

    public override string Stem => "softmax";

    public override LayerRole Role => LayerRole.Activation;

    public override Shape? Infer(LayerContext context)
    {
        if (context.Input.Columns > 1)
        {
            return context.Input;
        }

        (string instead, string remedy) = context.Next switch
        {
            ({ } loss, CrossEntropyLossLayer) => ("Sigmoid and BinaryCrossEntropyLoss", $"replace Sigmoid; replace@{loss.Attribute} BinaryCrossEntropyLoss"),
            (_, LossKind { RequiredActivation: "Softmax" }) => ("Sigmoid and BinaryCrossEntropyLoss", string.Empty),
            _ => ("Sigmoid", "replace Sigmoid"),
        };
        context.Report(RuleIds.ClassCount, $"Softmax of {context.Input} is always 1: there is only one class.\nUse {instead} for yes or no, or a Dense of as many units as there are classes.", remedy: remedy);
        return null;
    }

    public override bool IsStepwise(LayerSpec spec) => true;

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Softmax(input);
}
