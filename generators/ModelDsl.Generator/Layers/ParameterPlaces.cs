using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>
/// Gives each parameter its place in the flat arrays. What is trained lies together, so that optimisers work on one stretch, and buffers behind it. The
/// turns of a repeated block lie one behind the other, each laid out like the first.
/// </summary>
internal static class ParameterPlaces
{
    /// <summary>Whether all parameters fit one array; a report where not.</summary>
    public static bool Assign(Network network, ICollection<Fault> faults)
    {
        long total = 0;
        foreach (NetworkNode node in network.Nodes)
        {
            total += Size(node, isBuffer: false) + Size(node, isBuffer: true);
            if (total > int.MaxValue)
            {
                faults.Add(new Fault(RuleIds.TooLarge, new Site(node.Spec.Attribute), $"{node.Spec.Kind}: with it the model has {total} parameters, more than the {int.MaxValue} that one array holds.\nUse smaller sizes."));
                return false;
            }
        }

        Place(network.Nodes, isBuffer: true, Place(network.Nodes, isBuffer: false, 0));
        return true;
    }

    private static long Size(NetworkNode node, bool isBuffer) => node switch
    {
        NetworkLayer layer => layer.Parameters.Where(parameter => parameter.Spec.IsBuffer == isBuffer).Sum(parameter => Padded(parameter.Spec.Shape.Size)),
        NetworkRepeat { IsLoop: true } repeat => repeat.Inner.Sum(inner => Size(inner, isBuffer)) * repeat.Count,
        _ => node.Inner.Sum(inner => Size(inner, isBuffer)),
    };

    /// <summary>Gives parameters, or buffers, their places one behind the other.</summary>
    /// <returns>Where the last ends.</returns>
    private static int Place(IEnumerable<NetworkNode> nodes, bool isBuffer, int offset)
    {
        foreach (NetworkNode node in nodes)
        {
            offset = node switch
            {
                NetworkLayer layer => Place(layer, isBuffer, offset),
                NetworkRepeat { IsLoop: true } repeat => Place(repeat, isBuffer, offset),
                _ => Place(node.Inner, isBuffer, offset),
            };
        }

        return offset;
    }

    private static int Place(NetworkLayer layer, bool isBuffer, int offset)
    {
        foreach (NetworkParameter parameter in layer.Parameters.Where(parameter => parameter.Spec.IsBuffer == isBuffer))
        {
            parameter.Offset = offset;
            offset += (int)Padded(parameter.Spec.Shape.Size);
        }

        return offset;
    }

    private static int Place(NetworkRepeat repeat, bool isBuffer, int offset)
    {
        Stretch stretch = new(offset, Place(repeat.Inner, isBuffer, offset) - offset);
        if (isBuffer)
        {
            repeat.Buffers = stretch;
        }
        else
        {
            repeat.Trained = stretch;
        }

        return offset + (stretch.Stride * repeat.Count);
    }

    /// <summary>Each parameter starts on a cache line, so that vectors of it never straddle two.</summary>
    private static long Padded(long size) => (size + 15) / 16 * 16;
}
