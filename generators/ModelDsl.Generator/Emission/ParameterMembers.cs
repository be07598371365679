using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the named access to each parameter and its gradient: properties, and for parameters of a repeated block methods that take the turn's number.</summary>
internal sealed class ParameterMembers
{
    private readonly SourceWriter writer;
    private readonly string type;
    private readonly HashSet<string> taken = [];

    private ParameterMembers(SourceWriter writer, string element)
    {
        this.writer = writer;
        type = $"global::System.Numerics.Tensors.TensorSpan<{element}>";
    }

    public static void Write(SourceWriter writer, CompiledModel model) => new ParameterMembers(writer, model.Element).Write(model.Network.Nodes, 0, []);

    /// <returns>The place behind the last parameter in the model's table.</returns>
    private int Write(IEnumerable<NetworkNode> nodes, int place, IReadOnlyList<LoopTurns> loops)
    {
        foreach (NetworkNode node in nodes)
        {
            if (node is NetworkLayer layer)
            {
                foreach (NetworkParameter parameter in layer.Parameters)
                {
                    Write(parameter, place++, loops);
                }
            }
            else if (node is NetworkRepeat { IsLoop: true } repeat)
            {
                int stride = Count(node.Inner);
                Write(node.Inner, place, [.. loops, new LoopTurns(repeat, stride)]);
                place += stride * repeat.Count;
            }
            else
            {
                place = Write(node.Inner, place, loops);
            }
        }

        return place;
    }

    /// <summary>The rows that steps have in the model's table.</summary>
    private static int Count(IEnumerable<NetworkNode> nodes) => nodes.Sum(node => node switch
    {
        NetworkLayer layer => layer.Parameters.Count,
        NetworkRepeat { IsLoop: true } repeat => repeat.Count * Count(repeat.Inner),
        _ => Count(node.Inner),
    });

    private void Write(NetworkParameter parameter, int place, IReadOnlyList<LoopTurns> loops)
    {
        string name = loops.Reverse().Aggregate(parameter.Name, (text, loop) => loop.Rename(text));
        string shape = string.Join(", ", parameter.Spec.InterchangeAxes.Select(axis => parameter.Spec.Shape[axis]));
        string index = string.Concat(loops.Select(loop => loop.Index + " + ")) + place;
        string signature = loops.Count == 0 ? string.Empty : $"({string.Join(", ", loops.Select(loop => $"int {loop.Argument}"))})";
        string member = ValueNames.Capitalize(ValueNames.Identifier(name));
        for (int i = 2; !taken.Add(member); i++)
        {
            member = $"{ValueNames.Capitalize(ValueNames.Identifier(name))}_{i}";
        }

        Write($"{name}, [{shape}]: a view of the parameter itself; a model that has given one out keeps nothing that follows from its weights between predictions.", loops, $"public {type} {member}{signature} => ParameterTensor({index});");
        Write($"The gradient of {name}, [{shape}], as the last training step left it.", loops, $"public {type} {member}Gradient{signature} => GradientTensor({index});");
    }

    private void Write(string summary, IReadOnlyList<LoopTurns> loops, string code)
    {
        writer.Line($"/// <summary>{Documentation.Escape(summary)}</summary>");
        foreach (LoopTurns loop in loops)
        {
            writer.Line($"/// <param name=\"{loop.Argument}\">The block's number, from {loop.First} to {loop.Last}.</param>");
        }

        writer.Line(code);
        writer.Line();
    }

    /// <summary>The turns of a loop, one of which is meant.</summary>
    private sealed class LoopTurns(NetworkRepeat repeat, int stride)
    {
        public int First => repeat.First;

        public int Last => repeat.First + repeat.Count - 1;

        /// <summary>The parameter that takes the number.</summary>
        public string Argument { get; } = ValueNames.Identifier(repeat.Name.Substring(repeat.Name.LastIndexOf('.') + 1)) is var own && Keywords.Contains(own) ? own + "Number" : own;

        public string Index => $"(Turn({Argument}, {First}, {Last}) * {stride})";

        /// <summary>A name with the numbers of all turns in place of the first.</summary>
        public string Rename(string name) => $"{repeat.Name}{First}To{Last}{name.Substring($"{repeat.Name}{First}".Length)}";
    }
}
