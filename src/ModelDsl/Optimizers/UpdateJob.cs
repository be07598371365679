using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>An optimiser's step, cut into one part for each thread: each has a stretch of its own of every matrix, and more of them took longer.</summary>
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
