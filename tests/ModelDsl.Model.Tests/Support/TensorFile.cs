using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModelDsl.CompiledTests.Support;

/// <summary>A safetensors file, read by a reader of the tests' own, so that the library's is not judged by itself.</summary>
internal sealed class TensorFile
{
    private readonly Dictionary<string, (string Kind, int[] Shape, byte[] Bytes)> tensors = [];

    public TensorFile(string path)
    {
        byte[] data = File.ReadAllBytes(path);
        int header = checked((int)BitConverter.ToUInt64(data));
        using JsonDocument document = JsonDocument.Parse(data.AsMemory(8, header));
        foreach (JsonProperty entry in document.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            int[] range = [.. entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => 8 + header + offset.GetInt32())];
            tensors[entry.Name] = (entry.Value.GetProperty("dtype").GetString()!, shape, data[range[0]..range[1]]);
        }
    }

    public IReadOnlyCollection<string> Names => tensors.Keys;

    /// <summary>The file of this name among the committed vectors.</summary>
    public static TensorFile Vectors<T>(string name)
        where T : unmanaged => new(VectorPath<T>(name));

    public static string VectorPath<T>(string name)
        where T : unmanaged =>
        Path.Combine(AppContext.BaseDirectory, "Reference", "vectors", $"{name}.{(typeof(T) == typeof(double) ? "float64" : "float32")}.safetensors");

    /// <summary>The file of this name among those that serve both precisions.</summary>
    public static TensorFile Vectors(string name) => new(Path.Combine(AppContext.BaseDirectory, "Reference", "vectors", $"{name}.safetensors"));

    public bool Has(string name) => tensors.ContainsKey(name);

    public int[] Shape(string name) => tensors[name].Shape;

    public bool IsLabels(string name) => tensors[name].Kind == "I32";

    public T[] Read<T>(string name)
        where T : unmanaged, INumberBase<T>
    {
        (string kind, _, byte[] bytes) = tensors[name];
        string expected = default(T) switch { float => "F32", double => "F64", _ => "I32" };
        Assert.Equal(expected, kind);
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    /// <summary>Real numbers of either precision, in the one that is asked for.</summary>
    public T[] Convert<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        tensors[name].Kind == "F32" ? Array.ConvertAll(Read<float>(name), T.CreateChecked) : Array.ConvertAll(Read<double>(name), T.CreateChecked);
}
