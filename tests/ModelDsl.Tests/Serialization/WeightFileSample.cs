using System.Buffers.Binary;
using System.Text;
using ModelDsl.Tests.Optimizers;

namespace ModelDsl.Tests.Serialization;

/// <summary>A small model, its folder for files, and files made byte by byte.</summary>
internal sealed class WeightFileSample : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modeldsl-weights");

    /// <summary>A weight of 2 outputs and 3 inputs, stored input by input, and a bias.</summary>
    internal static ModelDefinition Definition { get; } = Definitions.Of(
        new ParameterSegment("dense1.weight", [2, 3], 0, [1, 2], Initializer.Zeros, 0, 3, 2, true),
        new ParameterSegment("dense1.bias", [2], 6, [1], Initializer.Zeros, 0, 3, 2, false));

    /// <summary>Parameters in memory: input i, output o is 10 o + i; the biases are −1 and −2.</summary>
    internal static float[] Memory => [0, 10, 1, 11, 2, 12, -1, -2];

    /// <summary>The same in the order of the file.</summary>
    internal static float[] Interchange => [0, 1, 2, 10, 11, 12, -1, -2];

    /// <summary>The header of a file that fits, as another program writes it.</summary>
    internal static string Header => """
        {"dense1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"dense1.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}
        """;

    internal string Path => System.IO.Path.Combine(folder.FullName, "model.safetensors");

    internal string[] Files => [.. folder.EnumerateFiles().Select(file => file.Name)];

    /// <summary>A file of this header and these bytes.</summary>
    internal static byte[] File(string header, byte[] data, long? length = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] file = new byte[8 + text.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, length ?? text.Length);
        text.CopyTo(file, 8);
        data.CopyTo(file, 8 + text.Length);
        return file;
    }

    /// <summary>The little-endian bytes of single-precision numbers.</summary>
    internal static byte[] Bytes(float[] values)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return bytes;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
