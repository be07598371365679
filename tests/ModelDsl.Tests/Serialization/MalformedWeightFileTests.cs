namespace ModelDsl.Tests.Serialization;

public sealed class MalformedWeightFileTests
{
    private static readonly byte[] Data = WeightFileSample.Bytes(WeightFileSample.Interchange);

    /// <summary>A name for each fault, the file that has it, and what the message has to say.</summary>
    private static Dictionary<string, (byte[] File, string[] Says)> Corpus { get; } = new()
    {
        ["empty"] = ([], ["8", "0"]),
        ["shorter than its length field"] = ([1, 2, 3], ["8", "3"]),
        ["header said to be huge"] = (WeightFileSample.File(WeightFileSample.Header, Data, 100_000_001), ["100000001", "100000000"]),
        ["header said to be negative"] = (WeightFileSample.File(WeightFileSample.Header, Data, -1), ["not a safetensors file"]),
        ["header longer than the file"] = (WeightFileSample.File(WeightFileSample.Header, Data, 5000), ["5000", "truncated"]),
        ["no header"] = (WeightFileSample.File("", Data), ["'{'"]),
        ["array for a header"] = (WeightFileSample.File("[]", Data), ["'{'"]),
        ["spaces before the header"] = (WeightFileSample.File(" " + WeightFileSample.Header, Data), ["'{'"]),
        ["text after the header"] = (WeightFileSample.File(WeightFileSample.Header + "x", Data), ["JSON"]),
        ["cut JSON"] = (WeightFileSample.File(WeightFileSample.Header[..^3], Data), ["JSON"]),
        ["not UTF-8"] = (Latin(WeightFileSample.File(WeightFileSample.Header, Data)), ["UTF-8"]),
        ["half a surrogate"] = (Changed("dense1.bias", "dense1.\\ud800"), ["JSON"]),
        ["a comment"] = (Changed("{\"dense1.weight\"", "{/* */\"dense1.weight\""), ["JSON"]),
        ["a name twice"] = (Changed("dense1.bias", "dense1.weight"), ["dense1.weight", "twice"]),
        ["a field twice"] = (Changed("\"dtype\":\"F32\",\"shape\":[2],", "\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],"), ["dense1.bias", "dtype"]),
        ["an unknown field"] = (Changed("\"shape\":[2],", "\"shape\":[2],\"stride\":[1],"), ["dense1.bias", "stride"]),
        ["no shape"] = (Changed("\"shape\":[2],", ""), ["dense1.bias", "shape"]),
        ["no offsets"] = (Changed(",\"data_offsets\":[24,32]", ""), ["dense1.bias", "data_offsets"]),
        ["three offsets"] = (Changed("[24,32]", "[24,32,40]"), ["dense1.bias", "data_offsets"]),
        ["a negative offset"] = (Changed("[24,32]", "[-8,32]"), ["dense1.bias", "data_offsets"]),
        ["a fractional size"] = (Changed("[2]", "[2.5]"), ["dense1.bias", "shape"]),
        ["a size beyond 64 bits"] = (Changed("[2]", "[99999999999999999999]"), ["dense1.bias", "shape"]),
        ["a number for a type"] = (Changed("\"F32\",\"shape\":[2]", "32,\"shape\":[2]"), ["dense1.bias", "dtype"]),
        ["a number for an entry"] = (Changed("{\"dense1.weight\"", "{\"x\":3,\"dense1.weight\""), ["'x'"]),
        ["metadata that are not strings"] = (Changed("{\"dense1.weight\"", "{\"__metadata__\":{\"a\":1},\"dense1.weight\""), ["__metadata__"]),
        ["another name"] = (Changed("dense1.bias", "fc.bias"), ["Missing: dense1.bias (2)", "Unexpected: fc.bias (2)"]),
        ["another shape"] = (Changed("[2,3]", "[3,2]"), ["dense1.weight", "(3, 2)", "(2, 3)"]),
        ["another rank"] = (Changed("[2,3]", "[6]"), ["dense1.weight", "(6)", "(2, 3)"]),
        ["another type"] = (Changed("\"F32\",\"shape\":[2]", "\"BF16\",\"shape\":[2]"), ["dense1.bias (2)", "BF16", "F32"]),
        ["too few bytes for a tensor"] = (Changed("[24,32]", "[24,28]"), ["dense1.bias", "8 bytes"]),
        ["offsets the wrong way round"] = (Changed("[24,32]", "[32,24]"), ["dense1.bias", "8 bytes"]),
        ["tensors that overlap"] = (Changed("[24,32]", "[16,24]"), ["dense1.bias", "16", "24"]),
        ["a hole between tensors"] = (WeightFileSample.File(WeightFileSample.Header.Replace("[24,32]", "[28,36]"), [.. Data, 0, 0, 0, 0]), ["dense1.bias", "28", "24"]),
        ["a hole at the start"] = (WeightFileSample.File(WeightFileSample.Header.Replace("[0,24]", "[40,64]"), new byte[64]), ["dense1.bias", "24"]),
        ["data cut short"] = (WeightFileSample.File(WeightFileSample.Header, Data[..^1]), ["32", "31", "truncated"]),
        ["bytes after the data"] = (WeightFileSample.File(WeightFileSample.Header, [.. Data, 0]), ["32", "33"]),
    };

    public static TheoryData<string> Faults => [.. Corpus.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_file_with_a_fault_is_refused_and_changes_nothing(string fault)
    {
        using WeightFileSample sample = new();
        (byte[] file, string[] says) = Corpus[fault];
        File.WriteAllBytes(sample.Path, file);
        float[] parameters = [1, 2, 3, 4, 5, 6, 7, 8];
        WeightFileException exception = Assert.Throws<WeightFileException>(
            () => WeightFile.Load(sample.Path, WeightFileSample.Definition, parameters.AsSpan()));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], parameters);
        Assert.Contains(sample.Path, exception.Message);
        Assert.All(says, part => Assert.Contains(part, exception.Message));
    }

    [Fact]
    public void Every_truncation_of_a_file_is_refused_and_changes_nothing()
    {
        using WeightFileSample sample = new();
        byte[] whole = WeightFileSample.File(WeightFileSample.Header, Data);
        float[] parameters = [1, 2, 3, 4, 5, 6, 7, 8];
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(sample.Path, whole[..length]);
            Assert.Throws<WeightFileException>(() => WeightFile.Load(sample.Path, WeightFileSample.Definition, parameters.AsSpan()));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], parameters);
    }

    [Fact]
    public void The_header_that_the_faults_are_made_from_is_sound()
    {
        using WeightFileSample sample = new();
        File.WriteAllBytes(sample.Path, WeightFileSample.File(WeightFileSample.Header, Data));
        float[] parameters = new float[8];
        WeightFile.Load(sample.Path, WeightFileSample.Definition, parameters.AsSpan());
        Assert.Equal(WeightFileSample.Memory, parameters);
    }

    private static byte[] Changed(string part, string replacement)
    {
        Assert.Contains(part, WeightFileSample.Header);
        return WeightFileSample.File(WeightFileSample.Header.Replace(part, replacement), Data);
    }

    /// <summary>A byte in the first name that starts no character.</summary>
    private static byte[] Latin(byte[] file)
    {
        file[12] = 0xFF;
        return file;
    }
}
