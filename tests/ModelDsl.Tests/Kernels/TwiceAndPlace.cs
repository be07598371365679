using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>The epilogue c = 2 · c + row + column / 8, which shows a second visit and a wrong place.</summary>
internal readonly struct TwiceAndPlace<T>(Address<T> values) : IMap<T>
    where T : unmanaged
{
    public void Apply<V>(nint row, nint column, nint index, int count)
        where V : struct, ISimd<V, T>
    {
        V place = V.Constant(row) + ((V.Constant(column) + V.Iota) * V.Constant(0.125));
        V value = V.Load(values + index, count);
        V.Store(value + value + place, values + index, count);
    }
}
