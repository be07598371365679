using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Which units of a row a loop goes through. A cell's loop is compiled once for each, so that it holds its body a single time and the JIT
/// can inline all of it.
/// </summary>
internal interface IUnitSpan
{
    /// <summary>The first unit.</summary>
    static abstract nint Start(nint units, int lanes);

    /// <summary>The unit after the last.</summary>
    static abstract nint End(nint units, int lanes);

    /// <summary>How many lanes of the vector at <paramref name="unit"/> are units.</summary>
    static abstract int Count(nint units, nint unit, int lanes);
}

/// <summary>The units that make whole vectors.</summary>
internal readonly struct WholeVectors : IUnitSpan
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Start(nint units, int lanes) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint End(nint units, int lanes) => units / lanes * lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(nint units, nint unit, int lanes) => lanes;
}

/// <summary>The last units, which fill no vector.</summary>
internal readonly struct LastUnits : IUnitSpan
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Start(nint units, int lanes) => units / lanes * lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint End(nint units, int lanes) => units;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(nint units, nint unit, int lanes) => (int)(units - unit);
}
