using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>An optimiser's step, cut into as many parts as there are threads.</summary>
/// <param name="decaying">The equations of parameters that decay.</param>
/// <param name="others">The equations of those that do not.</param>
/// <param name="stretches">The parameters.</param>
/// <param name="parts">The number of parts.</param>
internal readonly struct UpdateJob<T, TUpdate>(in TUpdate decaying, in TUpdate others, ParameterStretches stretches, int parts) : IJob
    where T : unmanaged
    where TUpdate : struct, IMap<T>
{
    private readonly TUpdate decaying = decaying;
    private readonly TUpdate others = others;

    public void Run(int part) => stretches.Run<T, TUpdate>(in decaying, in others, part, parts);
}
