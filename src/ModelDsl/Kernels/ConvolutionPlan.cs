using System.Numerics;

namespace ModelDsl.Kernels;

/// <summary>
/// A convolution or the gradient of its input: its operands, its taps and the parts that threads share. Parts follow from the sizes alone, and each
/// element of the output is summed by one part, in the order of the taps.
/// </summary>
internal readonly unsafe struct ConvolutionPlan<T>
    where T : unmanaged
{
    /// <summary>The multiply-adds that a part should have, so that taking it costs nothing beside doing it.</summary>
    private const int PartWork = 1 << 20;

    /// <summary>The most elements that a part reads or writes for each column panel, so that they stay in the second level of the cache.</summary>
    private const int PartElements = 1 << 15;

    /// <summary>Up to this many parts, and from this many multiply-adds on, parts are cut along the filters too.</summary>
    private const int FewParts = 16;

    private const int SmallestWork = 1 << 18;

    /// <summary>Results that a tile takes along one axis: fewer than this many, and another axis is tried.</summary>
    private const int TileRows = 6;

    internal readonly T* Source;
    internal readonly T* Weight;
    internal readonly T* Output;
    internal readonly ConvolutionGeometry Geometry;
    internal readonly ConvolutionTaps Taps;
    internal readonly ConvolutionWeights<T> Weights;
    internal readonly bool Depthwise;

    /// <summary>The axis along which the rows of tiles run: 0 for the width, 1 for the height, 2 for the examples.</summary>
    internal readonly int TileAxis;

    private readonly nint batch;
    private readonly nint examples;
    private readonly nint rowParts;
    private readonly nint panelParts;

    internal ConvolutionPlan(Address<T> source, Weights<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, bool gradient)
    {
        Source = source.Pointer;
        Weight = weight.Data;
        Output = output.Pointer;
        this.batch = batch;
        Geometry = gradient ? ConvolutionGeometry.Gradient(in shape) : ConvolutionGeometry.Forward(in shape);
        Depthwise = shape.Depthwise;
        Taps = new ConvolutionTaps(in Geometry);
        Weights = new ConvolutionWeights<T>(weight, in Geometry, in Taps, in shape, gradient, batch * Geometry.Y.Output * Geometry.X.Output);
        int width = Geometry.X.Steps, height = Geometry.Y.Steps;
        TileAxis = width >= TileRows ? 0 : height >= TileRows ? 1 : batch >= Math.Max(width, height) ? 2 : width >= height ? 0 : 1;

        nint rowWork = Math.Max(1, shape.Work / height);
        nint rowElements = Math.Max(Geometry.Y.SourceStep * Geometry.Pitch, (nint)Geometry.Y.OutputStep * Geometry.X.Output * Geometry.OutputChannels);
        nint rows = Math.Clamp(Math.Min(PartWork / rowWork, PartElements / rowElements), 1, Math.Max(1, batch) * height);
        examples = Math.Max(rows / height, TileAxis == 2 ? Math.Min(batch, 2 * TileRows) : 1);
        rowParts = rows >= height || examples > 1 ? 1 : RowParts(height, rows);
        nint partWork = shape.Work * batch / Math.Max(1, Blocks);
        panelParts = Depthwise || Blocks == 0 ? 1 : Math.Clamp(Math.Min(FewParts / Blocks, partWork / SmallestWork), 1, Weights.Panels);
    }

    /// <summary>The parts of an example: as many as two or four threads share equally where parts cannot be cut along the filters.</summary>
    private nint RowParts(nint height, nint rows)
    {
        nint parts = Partition.Count(height, rows);
        return Weights.Panels > 1 ? parts : nint.Min(height, (nint)BitOperations.RoundUpToPowerOf2((nuint)parts));
    }

    /// <summary>The number of parts.</summary>
    internal int Parts => checked((int)(Blocks * panelParts));

    private nint Blocks => Partition.Count(batch, examples) * rowParts;

    /// <summary>The examples and rows of a part.</summary>
    internal ConvolutionBlock Block(int part)
    {
        nint place = part / panelParts, height = Geometry.Y.Steps;
        (nint example, nint row) = (place / rowParts * examples, place % rowParts);
        return new ConvolutionBlock(example, Math.Min(batch, example + examples), row * height / rowParts, (row + 1) * height / rowParts);
    }

    /// <summary>
    /// The panels of filters of a part: those who share work along the filters read different weights. They follow one another, as threads should have examples of their own
    /// and not columns, which lie line beside line: where cores lie far apart, a convolution that left each thread half of the filters took up to 1.6 times as long as on one thread.
    /// </summary>
    internal (nint From, nint To) Panels(int part)
    {
        nint place = part % panelParts;
        return (place * Weights.Panels / panelParts, (place + 1) * Weights.Panels / panelParts);
    }

    /// <summary>Computes a part of the output.</summary>
    internal void Run(int part) => Simd.Run<T, Work>(new Work(in this, part));

    private readonly struct Work(in ConvolutionPlan<T> plan, int part) : ISimdWork<T>
    {
        private readonly ConvolutionPlan<T> plan = plan;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            ConvolutionBlock block = plan.Block(part);
            if (plan.Depthwise)
            {
                ConvolutionDepthwise<T, V>.Run(in plan, in block);
                return;
            }

            (nint from, nint to) = plan.Panels(part);
            ConvolutionTiles<T, V>.Run(in plan, in block, from, to);
        }
    }
}
