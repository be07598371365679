using System.Globalization;
using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Finds out why a loss is not finite. A run is a function of weights, batch and key alone, so its regions can be run again one by one and each
/// looked at before a later one reuses its memory.
/// </summary>
internal static class DivergenceSearch
{
    private const string Remedy = "A lower learning rate, clipping the gradient (ClipNorm) or smaller features may help.";

    /// <summary>The exception for a batch whose loss is not finite.</summary>
    internal static TrainingDivergedException OfLoss<T>(Model<T> model, in Run<T> run, T loss, long step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string start = string.Create(CultureInfo.InvariantCulture, $"Step {step}: the loss is {loss}.");
        if (FirstSegment(model.Definition, model.Parameters.Span) is { } segment)
        {
            return new TrainingDivergedException($"{start} The parameter {segment.Name} was not finite before the step. {Remedy}", step, LayerOf(segment));
        }

        RegionInfo[] regions = model.Definition.Training!.Regions;
        for (int i = 0; i < regions.Length; i++)
        {
            model.RunTrainRegion(i, in run);
            if (regions[i].IsForward && FirstNotFinite(regions[i], in run) is { } layer)
            {
                return new TrainingDivergedException(
                    $"{start} The first layer whose output is not finite is {layer} ({regions[i].Formula}). {Remedy}", step, layer);
            }
        }

        return new TrainingDivergedException($"{start} The outputs of all layers are finite. {Remedy}", step, layer: null);
    }

    /// <summary>The exception for a gradient whose norm is not finite.</summary>
    internal static TrainingDivergedException OfGradient<T>(Model<T> model, long step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ParameterSegment? segment = FirstSegment(model.Definition, model.Gradients.Span);
        string place = segment is null ? "the gradient" : $"the gradient of {segment.Name}";
        return new TrainingDivergedException(
            string.Create(CultureInfo.InvariantCulture, $"Step {step}: {place} is not finite. {Remedy}"), step, segment is null ? null : LayerOf(segment));
    }

    private static ParameterSegment? FirstSegment<T>(ModelDefinition definition, ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ParameterSegment segment in definition.Parameters)
        {
            if (BatchCheck.FirstNotFinite(values.Slice(segment.Offset, segment.Length)) >= 0)
            {
                return segment;
            }
        }

        return null;
    }

    private static string LayerOf(ParameterSegment segment)
    {
        int dot = segment.Name.LastIndexOf('.');
        return dot < 0 ? segment.Name : segment.Name[..dot];
    }

    /// <summary>The layer of the first of a region's outputs that holds a value which is not finite, or null.</summary>
    private static string? FirstNotFinite<T>(RegionInfo region, in Run<T> run)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (RegionOutput output in region.Outputs.Where(output => output.Home is BufferHome.Arena or BufferHome.Fixed))
        {
            nint batch = output.Home == BufferHome.Arena ? run.Batch : 1;
            Address<T> address = (output.Home == BufferHome.Arena ? run.Arena : run.Fixed) + (output.Offset * batch);
            for (nint i = 0; i < output.Size * batch; i++)
            {
                if (!T.IsFinite(address[i]))
                {
                    return output.Layer;
                }
            }
        }

        return null;
    }
}
