using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Pixels along one axis, from <paramref name="From"/> up to <paramref name="To"/>, which is not one of them.</summary>
internal readonly record struct PixelSpan(int From, int To)
{
    internal int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Math.Max(0, To - From);
    }
}
