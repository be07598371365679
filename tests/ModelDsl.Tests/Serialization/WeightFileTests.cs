using System.Buffers.Binary;
using System.Text.Json;
using ModelDsl.Tests.Optimizers;

namespace ModelDsl.Tests.Serialization;

public sealed class WeightFileTests
{
    [Fact]
    public void What_was_saved_is_loaded_to_the_bit()
    {
        using WeightFileSample sample = new();
        float[] special = [float.NaN, float.PositiveInfinity, -0f, float.Epsilon, 1f / 3, float.MaxValue, 7, 8];
        WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, special);
        float[] loaded = new float[8];
        WeightFile.Load(sample.Path, WeightFileSample.Definition, loaded.AsSpan());
        Assert.Equal(special.Select(BitConverter.SingleToInt32Bits), loaded.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Double_precision_survives_too_and_large_tensors_pass_through_in_parts()
    {
        using WeightFileSample sample = new();
        ModelDefinition definition = Definitions.Of(
            new ParameterSegment("w", [3, 70, 101], 0, [1, 3, 210], Initializer.Zeros, 0, 1, 1, true), Definitions.Vector("b", 21_216, 5, false));
        double[] parameters = [.. Enumerable.Range(0, 21_221).Select(i => Math.Sqrt(i))];
        WeightFile.Save<double>(sample.Path, definition, parameters);
        double[] loaded = new double[parameters.Length];
        WeightFile.Load(sample.Path, definition, loaded.AsSpan());
        Assert.Equal(parameters[..21_210], loaded[..21_210]);
        Assert.Equal(parameters[21_216..], loaded[21_216..]);
        Assert.All(loaded[21_210..21_216], value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_file_is_safetensors_in_the_interchange_layout()
    {
        using WeightFileSample sample = new();
        WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, WeightFileSample.Memory);
        byte[] file = File.ReadAllBytes(sample.Path);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, (8 + length) % 64);
        Assert.Equal((byte)'{', file[8]);
        Assert.Equal(WeightFileSample.Bytes(WeightFileSample.Interchange), file[(8 + length)..]);
        JsonElement header = JsonDocument.Parse(file.AsMemory(8, length)).RootElement;
        Assert.Equal(["__metadata__", "dense1.weight", "dense1.bias"], header.EnumerateObject().Select(entry => entry.Name));
        Assert.Equal("""{"format":"pt","producer":"ModelDsl"}""", header.GetProperty("__metadata__").GetRawText());
        Assert.Equal("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}""", header.GetProperty("dense1.weight").GetRawText());
        Assert.Equal("""{"dtype":"F32","shape":[2],"data_offsets":[24,32]}""", header.GetProperty("dense1.bias").GetRawText());
    }

    [Fact]
    public void A_file_of_another_program_loads_whatever_its_order_padding_and_metadata()
    {
        using WeightFileSample sample = new();
        const string header = """
            {"dense1.bias":{"data_offsets":[0,8],"shape":[2],"dtype":"F32"},"__metadata__":{"a":"b"},"dense1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[8,32]}}   
            """;
        File.WriteAllBytes(sample.Path, WeightFileSample.File(header, WeightFileSample.Bytes([-1, -2, 0, 1, 2, 10, 11, 12])));
        float[] loaded = new float[8];
        WeightFile.Load(sample.Path, WeightFileSample.Definition, loaded.AsSpan());
        Assert.Equal(WeightFileSample.Memory, loaded);
    }

    [Fact]
    public void Single_precision_widens_and_double_precision_is_not_narrowed()
    {
        using WeightFileSample sample = new();
        WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, WeightFileSample.Memory);
        double[] wide = new double[8];
        WeightFile.Load(sample.Path, WeightFileSample.Definition, wide.AsSpan());
        Assert.Equal(WeightFileSample.Memory.Select(value => (double)value), wide);

        WeightFile.Save<double>(sample.Path, WeightFileSample.Definition, wide);
        float[] narrow = [1, 2, 3, 4, 5, 6, 7, 8];
        WeightFileException fault = Assert.Throws<WeightFileException>(() => WeightFile.Load(sample.Path, WeightFileSample.Definition, narrow.AsSpan()));
        Assert.Contains("dense1.weight (2, 3)", fault.Message);
        Assert.Contains("F64", fault.Message);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], narrow);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_else_behind()
    {
        using WeightFileSample sample = new();
        File.WriteAllText(sample.Path, new string('x', 10_000));
        WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, WeightFileSample.Memory);
        WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, new float[8]);
        Assert.Equal(["model.safetensors"], sample.Files);
        float[] loaded = WeightFileSample.Memory;
        WeightFile.Load(sample.Path, WeightFileSample.Definition, loaded.AsSpan());
        Assert.All(loaded, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_save_that_fails_leaves_no_temporary_file()
    {
        using WeightFileSample sample = new();
        Directory.CreateDirectory(sample.Path);
        Assert.ThrowsAny<SystemException>(() => WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, WeightFileSample.Memory));
        Assert.Empty(sample.Files);
        Assert.True(Directory.Exists(sample.Path));
    }

    [Fact]
    public void A_model_without_parameters_has_a_file_without_tensors()
    {
        using WeightFileSample sample = new();
        WeightFile.Save<float>(sample.Path, Definitions.Of(), []);
        WeightFile.Load<float>(sample.Path, Definitions.Of(), []);
        Assert.Equal(0, new FileInfo(sample.Path).Length % 64);
    }

    [Fact]
    public void Arguments_that_do_not_fit_are_refused()
    {
        using WeightFileSample sample = new();
        Assert.Throws<ArgumentException>("path", () => WeightFile.Save<float>("", WeightFileSample.Definition, new float[8]));
        ArgumentException fault = Assert.Throws<ArgumentException>("parameters", () => WeightFile.Save<float>(sample.Path, WeightFileSample.Definition, new float[5]));
        Assert.Contains("8", fault.Message);
        Assert.Contains("5", fault.Message);
        Assert.Throws<FileNotFoundException>(() => WeightFile.Load(sample.Path, WeightFileSample.Definition, new float[8].AsSpan()));
        Assert.Empty(sample.Files);
    }
}
