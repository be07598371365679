using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>Matrix products with an element-wise epilogue.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MatMul
{
    /// <summary>c = a·b, or c += a·b.</summary>
    public static void Multiply<T>(Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate)
        where T : unmanaged => Multiply(a, b, c, rows, inner, columns, accumulate, default(NoMap<T>));

    /// <summary>c = a·b, or c += a·b, and then the epilogue on each element of c once.</summary>
    public static void Multiply<T, TEpilogue>(Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate, TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IMap<T> =>
        Simd.Run<T, ProductWork<T, TEpilogue>>(new ProductWork<T, TEpilogue>(a, b, c, rows, inner, columns, accumulate, epilogue));

    private readonly struct ProductWork<T, TEpilogue>(Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate, TEpilogue epilogue) : ISimdWork<T>
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            nint width = 2 * V.Count, whole = b.Transposed ? 0 : columns / width;
            nint panels = (columns + width - 1) / width;
            T* packed = Scratch.Rent<T>(Scratch.RightPanel, (panels - whole) * inner * width);
            for (nint panel = whole; panel < panels; panel++)
            {
                Pack<V>(packed + ((panel - whole) * inner * width), panel * width);
            }

            int tile = Vector512Rows<V>();
            ProductJob<T, V, TEpilogue> job = new() { A = a, B = b, Whole = whole * width, Packed = packed, C = c, Rows = rows, Inner = inner, Columns = columns, Accumulate = accumulate, Epilogue = epilogue, TileRows = tile };
            int parts = (int)((rows + tile - 1) / tile);
            if (Workers.Worth(2 * rows * inner * columns))
            {
                Workers.Run(job, parts);
                return;
            }

            for (int part = 0; part < parts; part++)
            {
                job.Run(part);
            }
        }

        /// <summary>Copies a panel of b, two vectors wide, so that its rows follow one another; columns beyond the last are zero.</summary>
        private void Pack<V>(T* panel, nint column)
            where V : struct, ISimd<V, T>
        {
            nint width = 2 * V.Count, count = Math.Min(width, columns - column);
            if (count < width)
            {
                new Span<T>(panel, (int)(inner * width)).Clear();
            }

            T* source = b.Data + (column * b.ColumnStep);
            if (!b.Transposed)
            {
                for (nint p = 0; p < inner; p++)
                {
                    new ReadOnlySpan<T>(source + (p * b.Stride), (int)count).CopyTo(new Span<T>(panel + (p * width), (int)width));
                }

                return;
            }

            for (nint j = 0; j < count; j++)
            {
                T* row = source + (j * b.Stride);
                for (nint p = 0; p < inner; p++)
                {
                    panel[(p * width) + j] = row[p];
                }
            }
        }

        private static int Vector512Rows<V>()
            where V : struct, ISimd<V, T> => V.Count * sizeof(T) == 64 ? 12 : 6;
    }

    private struct ProductJob<T, V, TEpilogue> : IJob
        where T : unmanaged
        where V : struct, ISimd<V, T>
        where TEpilogue : struct, IMap<T>
    {
        internal Matrix<T> A;
        internal Matrix<T> B;
        internal nint Whole;
        internal T* Packed;
        internal Address<T> C;
        internal nint Rows;
        internal nint Inner;
        internal nint Columns;
        internal bool Accumulate;
        internal TEpilogue Epilogue;
        internal int TileRows;

        public readonly void Run(int part)
        {
            nint from = (nint)part * TileRows, to = Math.Min(Rows, from + TileRows), width = 2 * V.Count;
            T* buffer = Scratch.Rent<T>(Scratch.Tile, 12 * width);
            for (nint column = 0; column < Columns; column += width)
            {
                TileOperands<T> operands = new()
                {
                    Left = A.Data + (from * A.RowStep),
                    LeftRowStep = A.RowStep,
                    LeftColumnStep = A.ColumnStep,
                    Right = column < Whole ? B.Data + column : Packed + ((column - Whole) * Inner),
                    RightStep = column < Whole ? B.Stride : width,
                    Inner = Inner,
                };
                T* place = C.Pointer + (from * Columns) + column;
                if (column + width <= Columns)
                {
                    Tile(operands, to - from, place, Columns, Accumulate);
                    continue;
                }

                Tile(operands, to - from, buffer, width, false);
                for (nint i = 0; i < to - from; i++)
                {
                    for (nint j = 0; j < Columns - column; j++)
                    {
                        T value = buffer[(i * width) + j];
                        place[(i * Columns) + j] = Accumulate ? Sum(place[(i * Columns) + j], value) : value;
                    }
                }
            }

            if (typeof(TEpilogue) != typeof(NoMap<T>))
            {
                Map.Block<T, TEpilogue>(Epilogue, from, to, 0, Columns, Columns);
            }
        }

        private static T Sum(T left, T right) => Scalar<T>.Sum(new Scalar<T>(left) + new Scalar<T>(right));

        private static void Tile(in TileOperands<T> operands, nint rows, T* c, nint stride, bool accumulate)
        {
            switch (rows)
            {
                case 1: Tile<T, V, Size1, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 2: Tile<T, V, Size2, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 3: Tile<T, V, Size3, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 4: Tile<T, V, Size4, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 5: Tile<T, V, Size5, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 6: Tile<T, V, Size6, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 7: Tile<T, V, Size7, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 8: Tile<T, V, Size8, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 9: Tile<T, V, Size9, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 10: Tile<T, V, Size10, Size2>.Multiply(operands, c, stride, accumulate); break;
                case 11: Tile<T, V, Size11, Size2>.Multiply(operands, c, stride, accumulate); break;
                default: Tile<T, V, Size12, Size2>.Multiply(operands, c, stride, accumulate); break;
            }
        }
    }
}
