namespace ModelDsl.Kernels;

/// <summary>A block of a product's result and the share of its sums that a part computes; the ends are exclusive.</summary>
internal readonly record struct ProductRegion(nint Row, nint RowEnd, nint Column, nint ColumnEnd, nint Inner, nint InnerEnd);
