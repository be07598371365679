using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// A copy of one example with up to four axes: element (i, j, k, l) lies at i × Source0 + j × Source1 + k × Source2 + l × Source3 and goes to
/// i × Destination0 + j × Destination1 + k × Destination2 + l × Destination3, all in elements. An axis that is not there has the size 1.
/// </summary>
/// <param name="Size0">The size of the first axis.</param>
/// <param name="Size1">The size of the second axis.</param>
/// <param name="Size2">The size of the third axis.</param>
/// <param name="Size3">The size of the fourth axis.</param>
/// <param name="Source0">The distance of neighbours on the first axis in the source; 0 repeats an element.</param>
/// <param name="Source1">The distance of neighbours on the second axis in the source.</param>
/// <param name="Source2">The distance of neighbours on the third axis in the source.</param>
/// <param name="Source3">The distance of neighbours on the fourth axis in the source.</param>
/// <param name="Destination0">The distance of neighbours on the first axis in the destination.</param>
/// <param name="Destination1">The distance of neighbours on the second axis in the destination.</param>
/// <param name="Destination2">The distance of neighbours on the third axis in the destination.</param>
/// <param name="Destination3">The distance of neighbours on the fourth axis in the destination.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CopyShape(
    int Size0,
    int Size1,
    int Size2,
    int Size3,
    nint Source0,
    nint Source1,
    nint Source2,
    nint Source3,
    nint Destination0,
    nint Destination1,
    nint Destination2,
    nint Destination3);
