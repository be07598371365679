using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelDsl;

/// <summary>Moves one parameter between a file (row-major, little-endian) and the kernels' memory, through a buffer of constant size.</summary>
internal static class TensorTransfer
{
    private const int BufferElements = 1 << 14;

    /// <summary>Writes a parameter at the file's position.</summary>
    internal static void Write<T>(Stream file, ParameterSegment segment, ReadOnlySpan<T> memory)
        where T : unmanaged
    {
        T[] buffer = new T[Math.Min(BufferElements, segment.Length)];
        InterchangeWalk walk = new(segment);
        for (int done = 0; done < segment.Length; done += buffer.Length)
        {
            Span<T> part = buffer.AsSpan(0, Math.Min(buffer.Length, segment.Length - done));
            foreach (ref T element in part)
            {
                element = memory[walk.Place];
                walk.Advance();
            }

            FixByteOrder(part);
            file.Write(MemoryMarshal.AsBytes(part));
        }
    }

    /// <summary>Reads a parameter from where its entry says.</summary>
    internal static void Read<T>(Stream file, TensorEntry entry, ParameterSegment segment, Span<T> memory)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        file.Position = entry.Begin;
        if (entry.Type == TensorEntry.Single)
        {
            Read<float, T>(file, segment, memory);
        }
        else
        {
            Read<double, T>(file, segment, memory);
        }
    }

    private static void Read<TFile, T>(Stream file, ParameterSegment segment, Span<T> memory)
        where TFile : unmanaged, IBinaryFloatingPointIeee754<TFile>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TFile[] buffer = new TFile[Math.Min(BufferElements, segment.Length)];
        InterchangeWalk walk = new(segment);
        for (int done = 0; done < segment.Length; done += buffer.Length)
        {
            Span<TFile> part = buffer.AsSpan(0, Math.Min(buffer.Length, segment.Length - done));
            file.ReadExactly(MemoryMarshal.AsBytes(part));
            FixByteOrder(part);
            foreach (TFile element in part)
            {
                memory[walk.Place] = T.CreateTruncating(element);
                walk.Advance();
            }
        }
    }

    private static void FixByteOrder<T>(Span<T> elements)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            return;
        }

        Span<byte> bytes = MemoryMarshal.AsBytes(elements);
        for (int i = 0; i < bytes.Length; i += Unsafe.SizeOf<T>())
        {
            bytes.Slice(i, Unsafe.SizeOf<T>()).Reverse();
        }
    }
}
