using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes what every model predicts by once more, as members of the class: so that their documentation says the model's own shapes.</summary>
internal static class PredictMembers
{
    private const string LengthFault = "/// <exception cref=\"global::System.ArgumentException\">A length does not fit, the two overlap, or an id is none of the vocabulary.</exception>";

    public static void Write(SourceWriter writer, CompiledModel model)
    {
        Network network = model.Network;
        string element = model.Element;
        string inputs = $"/// <param name=\"inputs\">Features, each example of shape {network.Input}: {network.Input.Size} numbers, one example after the other.</param>";
        string outputs = $"predictions, each of shape {network.Output}: {network.Output.Size} numbers, one example after the other.";
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe, and without allocation in the long run.</summary>");
        writer.Line(inputs);
        writer.Line($"/// <param name=\"outputs\">Their {outputs}</param>");
        writer.Line(LengthFault);
        writer.Line($"public override void Predict(global::System.ReadOnlySpan<{element}> inputs, global::System.Span<{element}> outputs) => base.Predict(inputs, outputs);");
        writer.Line();
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe.</summary>");
        writer.Line(inputs);
        writer.Line($"/// <returns>Their {outputs}</returns>");
        writer.Line(LengthFault);
        writer.Line($"public override {element}[] Predict({element}[] inputs) => base.Predict(inputs);");
        writer.Line();
        WriteTensors(writer, network, element);
    }

    private static void WriteTensors(SourceWriter writer, Network network, string element)
    {
        const string tensors = "global::System.Numerics.Tensors.";
        string Batch(Shape shape) => $"({string.Join(", ", shape.ToArray().Select(size => $"{size}").Prepend("examples"))})";
        writer.Line("/// <summary>Predicts any number of examples. Thread-safe; tensors whose elements do not lie in order are copied.</summary>");
        writer.Line($"/// <param name=\"inputs\">Features of shape {Batch(network.Input)}.</param>");
        writer.Line($"/// <param name=\"outputs\">Their predictions, of shape {Batch(network.Output)}.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A shape does not fit, or the two overlap.</exception>");
        writer.Line($"public override void Predict(in {tensors}ReadOnlyTensorSpan<{element}> inputs, in {tensors}TensorSpan<{element}> outputs) => base.Predict(in inputs, in outputs);");
        writer.Line();
    }
}
