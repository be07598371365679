namespace ModelDsl.Kernels;

/// <summary>A block of a product's result; the ends are exclusive.</summary>
internal readonly record struct ProductRegion(nint Row, nint RowEnd, nint Column, nint ColumnEnd);
