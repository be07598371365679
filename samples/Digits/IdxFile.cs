using System.Buffers.Binary;
using System.IO.Compression;

namespace Digits;

/// <summary>An array of bytes in the IDX format of the MNIST files (LeCun, Cortes and Burges), plain or gzip.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Sizes">The size of each axis.</param>
/// <param name="Values">The elements, the last axis varying fastest.</param>
internal sealed record IdxFile(string Path, int[] Sizes, byte[] Values)
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rank">The number of axes that it must have: 3 for pictures, 1 for labels.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes with that many axes, or is longer or shorter than it says.</exception>
    public static IdxFile Read(string path, int rank)
    {
        byte[] bytes = ReadBytes(path);
        int header = 4 + (4 * rank);
        if (bytes.Length < header || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != UnsignedByte || bytes[3] != rank)
            throw new InvalidDataException($"{path}: not an IDX file of bytes with {rank} {(rank == 1 ? "axis" : "axes")}.");
        int[] sizes = new int[rank];
        long length = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            sizes[axis] = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 + (4 * axis)));
            length = sizes[axis] < 0 || length > int.MaxValue ? -1 : length * sizes[axis];
        }
        if (length != bytes.Length - header)
            throw new InvalidDataException($"{path}: its header promises {string.Join(" x ", sizes)} values, but {bytes.Length - header} follow.");
        return new IdxFile(path, sizes, bytes[header..]);
    }

    private static byte[] ReadBytes(string path)
    {
        byte[] bytes = InputFile.ReadAllBytes(path);
        if (bytes is not [0x1F, 0x8B, ..])
            return bytes;
        try
        {
            using GZipStream unzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using MemoryStream plain = new();
            unzip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{path}: the gzip data is broken.", broken);
        }
    }
}
