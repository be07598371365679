using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes the calls of pooling kernels.</summary>
internal static class PoolCalls
{
    public static string Write(ProgramContext program, Region region)
    {
        Value anchor = region.Anchor!;
        string from = program.AddressOf(anchor.Operands[0]), to = program.AddressOf(anchor);
        return anchor.Operation switch
        {
            Pool { Kind: PoolKind.Max } pool when region.Companions.Count > 0 => CallWriter.Invocation($"{Api.Pool}.Max", from, to, program.AddressOf(region.Companions[0]), "run.Batch", Shape(pool.Geometry)),
            Pool pool => CallWriter.Invocation($"{Api.Pool}.{pool.Kind}", from, to, "run.Batch", Shape(pool.Geometry)),
            PoolGradient { Kind: PoolKind.Max } gradient => CallWriter.Invocation($"{Api.Pool}.MaxGradient", from, program.AddressOf(anchor.Operands[1]), to, "run.Batch", Shape(gradient.Geometry)),
            PoolGradient gradient => CallWriter.Invocation($"{Api.Pool}.AverageGradient", from, to, "run.Batch", Shape(gradient.Geometry)),
            _ => throw new InvalidOperationException($"{anchor.Operation.Text} is no pooling."),
        };
    }

    private static string Shape(WindowGeometry g) =>
        $"new {Api.Kernels}PoolShape({g.InputHeight}, {g.InputWidth}, {g.InputChannels}, {g.OutputHeight}, {g.OutputWidth}, "
        + $"{g.KernelHeight}, {g.KernelWidth}, {g.StrideHeight}, {g.StrideWidth}, {g.PaddingTop}, {g.PaddingLeft})";
}
