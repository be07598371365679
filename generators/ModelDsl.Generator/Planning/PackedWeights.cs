using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Planning;

/// <summary>
/// The weights that a region's kernel reads panel by panel, and how much room their panels take at most: a panel is two vectors wide, and the widest vectors have
/// 64 bytes.
/// </summary>
/// <param name="Value">The weights.</param>
/// <param name="Rows">The rows of all panels, those of groups one behind the other.</param>
/// <param name="Columns">The columns of a group.</param>
/// <param name="ForOne">Whether panels are read for a single example too: a product with one row reads the weights where they lie.</param>
internal sealed record PackedWeights(Value Value, long Rows, int Columns, bool ForOne)
{
    private const int PanelBytes = 128;

    /// <summary>The points of a tile of a convolution with a 3 × 3 kernel, at which the kernel may want its weights.</summary>
    private const int TilePoints = 16;

    /// <summary>Those of a region; null where its kernel has none, or reads them as they are.</summary>
    public static PackedWeights? Of(Region region)
    {
        if (region.Anchor is not { } anchor)
        {
            return null;
        }

        return anchor.Operation switch
        {
            MatMul { TransposeLeft: false } when anchor.Type.Shape.Columns > 1 => new(
                anchor.Operands[1], anchor.Operands[0].Type.Shape.Columns, anchor.Type.Shape.Columns, anchor.Type.Size > anchor.Type.Shape.Columns),
            Convolution { Result: not ConvolutionResult.WeightGradient } convolution => OfConvolution(anchor, convolution),
            Recurrence recurrence => new(
                anchor.Operands[1], recurrence.Geometry.Gates * recurrence.Geometry.Units, recurrence.Geometry.Units, ForOne: false),
            _ => null,
        };
    }

    /// <summary>The elements that the panels take with vectors of any width.</summary>
    public int Room(int elementBytes)
    {
        int panel = PanelBytes / elementBytes;
        return checked((int)(Rows * ((Columns + panel - 1) / panel * panel)));
    }

    private static PackedWeights? OfConvolution(Value anchor, Convolution convolution)
    {
        WindowGeometry g = convolution.Geometry;
        if (g.Groups > 1 && g.Groups == g.InputChannels && g.Groups == g.OutputChannels)
        {
            return null;
        }

        bool isOutput = convolution.Result == ConvolutionResult.Output;
        int taps = (g.KernelHeight, g.KernelWidth) == (3, 3) ? TilePoints : g.KernelHeight * g.KernelWidth;
        (int inner, int columns) = isOutput ? (g.InputChannels, g.OutputChannels) : (g.OutputChannels, g.InputChannels);
        return new PackedWeights(anchor.Operands[1], (long)taps * inner, columns / g.Groups, (long)g.OutputHeight * g.OutputWidth > 1);
    }
}
