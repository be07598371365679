using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace ModelDsl;

/// <summary>
/// The header of a safetensors file (the format's description in its repository, section "Format"): its length as a little-endian 64-bit
/// number, then a JSON object of that many bytes that may end in spaces.
/// </summary>
internal static class WeightFileHeader
{
    /// <summary>The bytes of the length.</summary>
    internal const int LengthBytes = 8;

    /// <summary>The longest header that the format allows.</summary>
    internal const int MaxLength = 100_000_000;

    private const int Alignment = 64;

    /// <summary>The length and the header of a file with all of a model's parameters, one after the other; what follows starts at a multiple of 64 bytes.</summary>
    internal static byte[] Write<T>(ModelDefinition definition)
        where T : unmanaged
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            WriteMetadata(writer);
            long begin = 0;
            foreach (ParameterSegment segment in definition.Parameters)
            {
                long end = begin + ((long)segment.Length * Unsafe.SizeOf<T>());
                WriteEntry(writer, segment, TensorEntry.TypeOf<T>(), begin, end);
                begin = end;
            }

            writer.WriteEndObject();
        }

        int total = (LengthBytes + json.WrittenCount + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[total];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(total - LengthBytes));
        json.WrittenSpan.CopyTo(header.AsSpan(LengthBytes));
        header.AsSpan(LengthBytes + json.WrittenCount).Fill((byte)' ');
        return header;
    }

    /// <summary>The tensors of a header, in its order.</summary>
    /// <exception cref="WeightFileException">The header is not what the format asks for.</exception>
    internal static List<TensorEntry> Parse(ReadOnlySpan<byte> header)
    {
        if (header.IsEmpty || header[0] != (byte)'{')
        {
            throw new WeightFileException("The header does not start with '{'.");
        }

        if (!Utf8.IsValid(header))
        {
            throw new WeightFileException("The header is not UTF-8 text.");
        }

        try
        {
            return new WeightFileHeaderParser(header).Parse();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new WeightFileException($"The header is not valid JSON: {exception.Message}", exception);
        }
    }

    private static void WriteMetadata(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("__metadata__");
        writer.WriteString("format", "pt");
        writer.WriteString("producer", "ModelDsl");
        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, ParameterSegment segment, string type, long begin, long end)
    {
        writer.WriteStartObject(segment.Name);
        writer.WriteString("dtype", type);
        writer.WriteStartArray("shape");
        foreach (int size in segment.Shape)
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(begin);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
