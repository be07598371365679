using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the members of a model that can be gone through step by step: what does so, and what continues texts.</summary>
internal static class StepMembers
{
    public static void Write(SourceWriter writer, CompiledModel model)
    {
        if (model.Step is null)
        {
            return;
        }

        string element = model.Element;
        writer.Line("/// <summary>What goes through sequences step by step: the predictions of a whole sequence, each as soon as its input is there.</summary>");
        writer.Line("/// <param name=\"sequences\">The number of sequences that are gone through together.</param>");
        writer.Line($"public {Api.Root}SequenceStepper<{element}> CreateStepper(int sequences = 1) => NewStepper(sequences);");
        writer.Line();
        if (StepRules.IsGenerator(model.Network))
        {
            WriteGeneration(writer, element);
        }
    }

    private static void WriteGeneration(SourceWriter writer, string element)
    {
        const string options = Api.Root + "GenerationOptions? options = null";
        writer.Line("/// <summary>What continues texts id by id, without allocation.</summary>");
        Options();
        writer.Line($"public {Api.Root}TokenGenerator<{element}> CreateGenerator({options}) => NewGenerator(options);");
        writer.Line();
        writer.Line("/// <summary>Continues a text.</summary>");
        Prompt();
        Options();
        writer.Line("/// <returns>The ids that follow.</returns>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The beginning is empty, or longer than the model looks at, or an id is none of the vocabulary.</exception>");
        writer.Line($"public int[] Generate(global::System.ReadOnlySpan<int> prompt, {options}) => GenerateAll(prompt, options);");
        writer.Line();
        writer.Line("/// <summary>Continues a text id by id, each drawn on the thread pool when it is asked for.</summary>");
        Prompt();
        Options();
        writer.Line("/// <param name=\"cancellationToken\">Ends the text.</param>");
        writer.Line("/// <returns>The ids that follow.</returns>");
        writer.Line($"public global::System.Collections.Generic.IAsyncEnumerable<int> GenerateAsync(int[] prompt, {options}, global::System.Threading.CancellationToken cancellationToken = default) => GenerateStream(prompt, options, cancellationToken);");
        writer.Line();

        void Prompt() => writer.Line("/// <param name=\"prompt\">The ids of its beginning, at least one.</param>");

        void Options() => writer.Line("/// <param name=\"options\">How ids are drawn; null for the defaults.</param>");
    }
}
