namespace ModelDsl.Generator.Graph;

/// <summary>Where the parameters, or the buffers, of a loop's turns lie in the flat arrays: one stretch for each turn.</summary>
/// <param name="Offset">The first element of the first turn.</param>
/// <param name="Stride">The elements of a turn.</param>
internal readonly record struct Stretch(int Offset, int Stride);
