using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Parameters, cut where decay begins or ends; without decay they are one stretch. A part has a share of every stretch, the first part of each the first: where
/// threads have shared the rows of a matrix's gradient, each then updates those it has written, and one job does for all of them.
/// </summary>
/// <param name="segments">Which of the parameters decay.</param>
/// <param name="decays">Whether any does.</param>
/// <param name="count">The number of parameters.</param>
internal readonly struct ParameterStretches(ParameterSegment[] segments, bool decays, nint count)
{
    /// <summary>Updates a part's share of all stretches.</summary>
    internal void Run<T, TUpdate>(in TUpdate decaying, in TUpdate others, nint part, nint parts)
        where T : unmanaged
        where TUpdate : struct, IMap<T>
    {
        bool isDecaying = false;
        nint start = 0;
        foreach (ParameterSegment segment in segments)
        {
            if (!segment.IsBuffer && (decays && segment.Decays) != isDecaying)
            {
                Share<T, TUpdate>(in isDecaying ? ref decaying : ref others, start, segment.Offset, part, parts);
                start = segment.Offset;
                isDecaying = !isDecaying;
            }
        }

        Share<T, TUpdate>(in isDecaying ? ref decaying : ref others, start, count, part, parts);
    }

    private void Share<T, TUpdate>(in TUpdate update, nint start, nint end, nint part, nint parts)
        where T : unmanaged
        where TUpdate : struct, IMap<T>
    {
        nint from = Partition.Boundary(start, end, part, parts), to = Partition.Boundary(start, end, part + 1, parts);
        if (from < to)
        {
            Map.Block<T, TUpdate>(update, 0, 1, from, to, count);
        }
    }
}
