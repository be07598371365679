namespace ModelDsl.Kernels;

/// <summary>
/// A matrix product c = a·b: its operands, the way to compute it, which follows from its sizes alone, and the blocks of the result that threads share, of which there are more for more threads.
/// </summary>
internal readonly unsafe struct Product<T>
    where T : unmanaged
{
    /// <summary>The most that a part reads of a block of the left operand, in bytes: it stays in the second level of the cache.</summary>
    private const int MaxPartBytes = 3 << 17;

    /// <summary>More rows than these are cut, so that threads share them and keep what they write near for what reads it next.</summary>
    private const int ManyRows = 240;

    /// <summary>The multiply-adds that a part should have, so that taking it costs nothing beside doing it.</summary>
    private const int PartWork = 1 << 20;

    /// <summary>The multiply-adds of a part of a product that is bound by memory.</summary>
    private const int ThinPartWork = 1 << 16;

    /// <summary>Up to this many rows, dot products along the columns of a transposed right operand cost less than packing it.</summary>
    private const int MaxDotRows = 4;

    /// <summary>The panels of a part, where there are parts enough.</summary>
    private const int MostPanels = 16;

    /// <summary>The least number of parts that large products are cut into.</summary>
    private const int LeastParts = 4;

    /// <summary>From so many panels on, copies of the tiles of a transposed left operand are used often enough to pay.</summary>
    private const int PanelsWorthCopying = 12;

    /// <summary>The same where the rows of the operand are crowded, so that tiles read few of them from the near cache: with 256 bits, 512 of them were multiplied with 8 panels in 0.7 to 0.8 of the time.</summary>
    private const int CrowdedPanelsWorthCopying = 8;

    /// <summary>
    /// The least rows of a left operand that is copied, in widths of a panel. With 512 bits, copies were measured to cost what they save at 128 rows, and to make a product 1.1 times
    /// as fast at 192 and 384; with 256 bits, they make it 1.02 to 1.08 times as fast at 128.
    /// </summary>
    private const int LeastCopied = 6;

    /// <summary>Rows so far apart, in bytes, share a few places of the cache.</summary>
    private const int CrowdedDistance = 2048;

    /// <summary>The most that a thread keeps of a right operand's panels, in bytes: larger weights would take as much memory again for each thread.</summary>
    private const int MaxKeptBytes = 1 << 22;

    /// <summary>The least length of sums of which threads share each.</summary>
    private const int LongSums = 512;

    internal readonly Matrix<T> A;
    internal readonly Matrix<T> B;
    internal readonly T* C;
    internal readonly nint Rows;
    internal readonly nint Inner;
    internal readonly nint Columns;
    internal readonly bool Accumulate;

    /// <summary>Where the sums of the right operand's columns are left, or null where nobody needs them.</summary>
    internal readonly T* ColumnSums;

    /// <summary>Whether rows and columns are exchanged: a single column lies in memory as a single row does, and cᵀ = bᵀ·aᵀ.</summary>
    internal readonly bool Exchanged;

    private readonly bool sharesWeights;
    private readonly nint panelWidth;
    private readonly nint innerParts;
    private readonly nint rowParts;
    private readonly nint columnParts;

    internal Product(Matrix<T> a, Matrix<T> b, Address<T> c, nint rows, nint inner, nint columns, bool accumulate, bool sharesWeights = false, Address<T> columnSums = default)
    {
        Exchanged = columns == 1;
        if (Exchanged)
        {
            A = b.Transpose;
            B = a.Transpose;
            Rows = 1;
            Columns = rows;
        }
        else
        {
            A = a;
            B = b;
            Rows = rows;
            Columns = columns;
        }

        C = c.Pointer;
        Inner = inner;
        Accumulate = accumulate;
        ColumnSums = columnSums.Pointer;
        this.sharesWeights = sharesWeights;
        int lanes = Simd.Count<T>();
        innerParts = 1;
        panelWidth = Thin ? RowProduct.LeastStripVectors * lanes : 2 * lanes;
        if (Rows <= ManyRows && Rows * Inner * Columns <= (Thin ? ThinPartWork : PartWork))
        {
            (rowParts, columnParts) = (Math.Min(1, Rows), Math.Min(1, Columns));
            return;
        }

        nint panels = Partition.Count(Columns, panelWidth);
        rowParts = Thin ? Math.Min(1, Rows) : RowParts();
        innerParts = SharesSums ? 2 : 1;
        nint ofPanel = Math.Max(1, rowParts * innerParts), panelWork = Math.Max(1, Rows * Inner * panelWidth / ofPanel);
        nint panelsOfPart = Partition.Count(Thin ? ThinPartWork : PartWork, panelWork);
        if (!Thin)
        {
            panelsOfPart = Math.Max(panelsOfPart, Math.Min(PrefersFullWidth ? panels : MostPanels, panels * ofPanel / EnoughParts));
        }

        columnParts = Partition.Count(panels, panelsOfPart);
    }

    /// <summary>Whether the right operand is read panel by panel, so that its columns can be summed beside.</summary>
    internal bool ReadsPanels => !Thin && Rows > 0;

    /// <summary>Whether tiles read copies of the left operand.</summary>
    internal bool CopiesLeft => A.Transposed && !Thin && Rows >= LeastCopied * panelWidth
        && Columns >= (IsLeftCrowded ? CrowdedPanelsWorthCopying : PanelsWorthCopying) * panelWidth;

    /// <summary>Whether several parts read the same of the left operand, so that a thread that does them copies it once.</summary>
    internal bool SharesLeftCopies => CopiesLeft && columnParts > 1;

    /// <summary>Whether several parts pack the same panels of a transposed right operand, so that a thread that does them packs each once.</summary>
    internal bool SharesRightPanels => B.Transposed && B.Packed == null && !Thin && rowParts > 1 && Inner * Columns * sizeof(T) <= MaxKeptBytes;

    /// <summary>The number that copies and panels are known by; 0 where none are shared.</summary>
    internal long Number { get; init; }

    /// <summary>The operations of other loops that take as long.</summary>
    internal nint Operations => (nint)(Thin ? Partition.OfRow(Rows * Inner * Columns) : Partition.OfTiles(Rows * Inner * Columns));

    /// <summary>The number of parts.</summary>
    internal int Parts => checked((int)(innerParts * Blocks));

    /// <summary>All of the result in one part.</summary>
    internal ProductRegion Whole => new(0, Rows, 0, Columns, 0, Inner);

    /// <summary>The halves of the sums, where each is a part of its own; <c>default</c> where a part has whole sums.</summary>
    internal ProductHalves<T> Halves { get; init; }

    /// <summary>Whether each sum is cut in two.</summary>
    internal bool IsHalved => innerParts > 1;

    /// <summary>Whether the rows of a transposed left operand, of which each step of a sum reads another, share a few places of the cache.</summary>
    private bool IsLeftCrowded => A.Transposed && A.Stride * sizeof(T) % CrowdedDistance == 0;

    /// <summary>The blocks of the result.</summary>
    private nint Blocks => rowParts * columnParts;

    /// <summary>Whether the right operand is used so few times that reading it is all the work.</summary>
    private bool Thin => Rows == 1 || UsesDots;

    /// <summary>
    /// Whether each sum is cut in two halves, which are added in the end, so that each thread reads what it has written itself; of what the other one has, only the
    /// sums, which are far fewer. Gradients of weights are sums over the rows of a batch, of which each thread has written a half. So is the product of few rows with
    /// weights that an optimiser changes, of which each thread has written a half of the rows.
    /// </summary>
    private bool SharesSums => (A.Transposed || (sharesWeights && Rows <= ManyRows)) && !B.Transposed && !Thin && Inner >= LongSums && 2 * Rows * Columns <= Inner * (Rows + Columns);

    /// <summary>The parts that are enough for all threads to do about as much each. How many there are does not show in the result, as no sum is cut for them.</summary>
    private static int EnoughParts => Math.Max(LeastParts, 2 * Parallelism.Threads);

    private bool UsesDots => B.Transposed && Rows <= MaxDotRows;

    /// <summary>
    /// Whether parts should be as wide as the result: the epilogue then reads its operands in one run, with which a product with the slope of a GELU took 0.97 of the time. Where
    /// sums are computed in several passes, each would bring all of a wide part back.
    /// </summary>
    private bool PrefersFullWidth => Rows > ManyRows && ProductBlock.Blocks(Inner) == 1;

    /// <summary>
    /// An even number of parts where there are several: few, as each thread packs panels for itself, but enough. Rows are cut before columns, so that what follows a product
    /// finds what it reads and writes in long runs.
    /// </summary>
    private nint RowParts()
    {
        if (Rows <= ManyRows)
        {
            return Math.Min(1, Rows);
        }

        nint block = Inner / ProductBlock.Blocks(Inner), height = MaxPartBytes / sizeof(T) / Math.Max(1, block);
        nint parts = Partition.Count(Rows, PrefersFullWidth ? Math.Min(height, ManyRows) : height);
        nint enough = Math.Min(Partition.Count(Rows, ManyRows), EnoughParts);
        return Math.Max(parts + (parts % 2), Math.Max(2, enough));
    }

    /// <summary>What part <paramref name="part"/> computes. Parts that follow one another use the same rows of a; those of the first halves of the sums come first.</summary>
    internal ProductRegion Region(int part)
    {
        if (Parts == 1)
        {
            return Whole;
        }

        nint half = part / Blocks, block = part % Blocks, row = block / columnParts, column = block % columnParts;
        nint panels = Partition.Count(Columns, panelWidth);
        return new ProductRegion(
            row * Rows / rowParts,
            (row + 1) * Rows / rowParts,
            column * panels / columnParts * panelWidth,
            Math.Min(Columns, (column + 1) * panels / columnParts * panelWidth),
            half * Inner / innerParts,
            (half + 1) * Inner / innerParts);
    }

    /// <summary>Whether what a part reads of the left operand stays in the second level of the cache until the next part reads it.</summary>
    internal bool KeepsLeft(in ProductRegion region) => (region.RowEnd - region.Row) * (region.InnerEnd - region.Inner) * sizeof(T) <= MaxPartBytes;

    /// <summary>Computes a block of the result.</summary>
    internal void Multiply(in ProductRegion region) => Simd.Run<T, Work>(new Work(in this, in region));

    /// <summary>It refers to the product and its region instead of copying them, which the smallest products would feel.</summary>
    private readonly ref struct Work(ref readonly Product<T> product, ref readonly ProductRegion region) : ISimdWork<T>
    {
        private readonly ref readonly Product<T> product = ref product;
        private readonly ref readonly ProductRegion region = ref region;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            if (product.UsesDots)
            {
                DotProducts<T, V>.Multiply(in product, region.Column, region.ColumnEnd);
            }
            else if (product.Rows == 1)
            {
                RowProduct<T, V>.Multiply(in product, region.Column, region.ColumnEnd);
            }
            else
            {
                ProductBlock<T, V>.Multiply(in product, in region);
            }
        }
    }
}

/// <summary>Tells products apart.</summary>
internal static class Product
{
    private static long products;

    /// <summary>A number for a product, by which what threads keep of its operands is told from what they keep of others'.</summary>
    internal static long NextNumber() => Interlocked.Increment(ref products);
}
