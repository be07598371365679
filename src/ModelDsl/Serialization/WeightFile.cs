using System.Numerics;

namespace ModelDsl;

/// <summary>
/// Weight files in the safetensors format, as PyTorch reads and writes them: tensors by their interchange names, row-major in their
/// interchange shapes, little-endian.
/// </summary>
internal static class WeightFile
{
    /// <summary>Writes all parameters: to a temporary file in the same folder, which takes the place of <paramref name="path"/> when it is complete and on the disk.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="definition">The names, shapes and layouts.</param>
    /// <param name="parameters">All parameters, in the kernels' layout.</param>
    /// <exception cref="ArgumentException">The path is empty, or the parameters are fewer than the model's.</exception>
    /// <exception cref="IOException">The file cannot be written; <paramref name="path"/> is as it was.</exception>
    internal static void Save<T>(string path, ModelDefinition definition, ReadOnlySpan<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckLength(parameters.Length, definition);
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(WeightFileHeader.Write<T>(definition));
                foreach (ParameterSegment segment in definition.Parameters)
                {
                    TensorTransfer.Write(file, segment, parameters.Slice(segment.Offset, segment.Length));
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Reads all parameters. Names, shapes, types and sizes are checked first, and nothing changes unless everything could be read.</summary>
    /// <param name="path">The file. Single precision is widened for a model in double precision.</param>
    /// <param name="definition">The names, shapes and layouts.</param>
    /// <param name="parameters">All parameters, in the kernels' layout.</param>
    /// <exception cref="ArgumentException">The path is empty, or the parameters are fewer than the model's.</exception>
    /// <exception cref="WeightFileException">The file is damaged or does not belong to the model.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static void Load<T>(string path, ModelDefinition definition, Span<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CheckLength(parameters.Length, definition);
        T[] staged = parameters.ToArray();
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            TensorEntry[] entries = WeightFileContents.Read<T>(file, definition);
            for (int i = 0; i < entries.Length; i++)
            {
                ParameterSegment segment = definition.Parameters[i];
                TensorTransfer.Read(file, entries[i], segment, staged.AsSpan(segment.Offset, segment.Length));
            }
        }
        catch (Exception exception) when (exception is WeightFileException or EndOfStreamException)
        {
            throw new WeightFileException($"'{path}' cannot be loaded into {definition.Name}. {exception.Message}", exception);
        }

        staged.CopyTo(parameters);
    }

    private static void CheckLength(int length, ModelDefinition definition)
    {
        int needed = definition.Parameters.Length == 0 ? 0 : definition.Parameters.Max(segment => segment.Offset + segment.Length);
        if (length < needed)
        {
            throw new ArgumentException($"{definition.Name} has {needed} parameters, the memory has {length}.", "parameters");
        }
    }
}
