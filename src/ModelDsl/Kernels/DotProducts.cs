namespace ModelDsl.Kernels;

/// <summary>A product with one column: each element is the dot product of a row of a and the vector b.</summary>
internal readonly unsafe struct DotProducts<T>(Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner) : ISimdWork<T>
    where T : unmanaged
{
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        Address<T> vector = new(b.Data);
        int count = V.Count;
        for (nint row = 0; row < rows; row++)
        {
            Address<T> left = new(a.Data + (row * a.Stride));
            V sum = V.Zero;
            nint p = 0;
            for (; p <= inner - count; p += count)
            {
                sum = V.FusedMultiplyAdd(V.Load(left + p), V.Load(vector + p), sum);
            }

            if (p < inner)
            {
                int rest = (int)(inner - p);
                sum = V.FusedMultiplyAdd(V.Load(left + p, rest), V.Load(vector + p, rest), sum);
            }

            c[row] = V.Sum(sum);
        }
    }
}
