using System.Buffers.Binary;

namespace ModelDsl;

/// <summary>What a weight file says it holds, checked against a model before any value is read.</summary>
internal static class WeightFileContents
{
    /// <summary>Reads the header and returns the model's tensors in the order of its parameters, with offsets counted from the file's start.</summary>
    /// <exception cref="WeightFileException">The file is damaged or does not belong to the model.</exception>
    internal static TensorEntry[] Read<T>(Stream file, ModelDefinition definition)
        where T : unmanaged
    {
        byte[] header = ReadHeader(file);
        List<TensorEntry> entries = WeightFileHeader.Parse(header);
        CheckNames(entries, definition);
        Dictionary<string, TensorEntry> byName = entries.ToDictionary(entry => entry.Name);
        TensorEntry[] ordered = [.. definition.Parameters.Select(segment => byName[segment.Name])];
        for (int i = 0; i < ordered.Length; i++)
        {
            CheckTensor<T>(ordered[i], definition.Parameters[i]);
        }

        long start = WeightFileHeader.LengthBytes + header.Length;
        CheckCoverage(entries, file.Length - start);
        return [.. ordered.Select(entry => entry with { Begin = entry.Begin + start, End = entry.End + start })];
    }

    private static byte[] ReadHeader(Stream file)
    {
        if (file.Length < WeightFileHeader.LengthBytes)
        {
            throw new WeightFileException($"A weight file has at least {WeightFileHeader.LengthBytes} bytes; this one has {file.Length}.");
        }

        Span<byte> prefix = stackalloc byte[WeightFileHeader.LengthBytes];
        file.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > WeightFileHeader.MaxLength)
        {
            throw new WeightFileException($"The header is said to have {length} bytes; the format allows {WeightFileHeader.MaxLength}. This is not a safetensors file.");
        }

        if ((long)length > file.Length - WeightFileHeader.LengthBytes)
        {
            throw new WeightFileException($"The header is said to have {length} bytes, but only {file.Length - WeightFileHeader.LengthBytes} follow: the file is truncated.");
        }

        byte[] header = new byte[length];
        file.ReadExactly(header);
        return header;
    }

    private static void CheckNames(List<TensorEntry> entries, ModelDefinition definition)
    {
        HashSet<string> expected = [.. definition.Parameters.Select(segment => segment.Name)];
        HashSet<string> found = [.. entries.Select(entry => entry.Name)];
        string[] missing = [.. definition.Parameters.Where(segment => !found.Contains(segment.Name)).Select(segment => $"{segment.Name} {Text(segment)}")];
        string[] unexpected = [.. entries.Where(entry => !expected.Contains(entry.Name)).Select(entry => $"{entry.Name} {TensorEntry.Text(entry.Shape)}")];
        if (missing.Length + unexpected.Length > 0)
        {
            throw new WeightFileException(
                $"The file does not belong to {definition.Name}. Missing: {List(missing)}. Unexpected: {List(unexpected)}.");
        }
    }

    private static string List(string[] names)
    {
        const int shown = 8;
        return names.Length switch
        {
            0 => "nothing",
            <= shown => string.Join(", ", names),
            _ => $"{string.Join(", ", names.Take(shown))} and {names.Length - shown} more",
        };
    }

    private static void CheckTensor<T>(TensorEntry entry, ParameterSegment segment)
        where T : unmanaged
    {
        if (!entry.Shape.SequenceEqual(segment.Shape.Select(size => (long)size)))
        {
            throw new WeightFileException($"{entry.Name} has the shape {TensorEntry.Text(entry.Shape)} in the file and {Text(segment)} in the model.");
        }

        // Widening is exact, so a single-precision file fits a double-precision model; the reverse would lose digits silently.
        string own = TensorEntry.TypeOf<T>();
        if (entry.Type != own && entry.Type != TensorEntry.Single)
        {
            throw new WeightFileException($"{entry.Name} {Text(segment)} has the element type {entry.Type} in the file; the model reads {own}.");
        }

        long bytes = (long)segment.Length * ElementSize(entry);
        if (entry.End - entry.Begin != bytes)
        {
            throw new WeightFileException($"{entry.Name} {Text(segment)} takes {bytes} bytes; the file gives it {entry.Begin} to {entry.End}.");
        }
    }

    private static int ElementSize(TensorEntry entry) => entry.Type == TensorEntry.Single ? sizeof(float) : sizeof(double);

    private static string Text(ParameterSegment segment) => TensorEntry.Text(segment.Shape.Select(size => (long)size));

    /// <summary>The tensors must cover the file to its end, without holes and without sharing a byte.</summary>
    private static void CheckCoverage(List<TensorEntry> entries, long bytes)
    {
        long end = 0;
        foreach (TensorEntry entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != end)
            {
                throw new WeightFileException($"{entry.Name} begins at byte {entry.Begin}, where {end} is the next free one: tensors overlap or leave a hole.");
            }

            end = entry.End;
        }

        if (end != bytes)
        {
            string fault = end > bytes ? "the file is truncated" : "something follows them";
            throw new WeightFileException($"The tensors take {end} bytes, but {bytes} follow the header: {fault}.");
        }
    }
}
