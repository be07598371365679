using System.Text.Json;

namespace ModelDsl;

/// <summary>Reads the JSON of a header. Only what the format allows gets through: no duplicate, no missing field, no negative number.</summary>
internal ref struct WeightFileHeaderParser(ReadOnlySpan<byte> header)
{
    private const string Metadata = "__metadata__";
    private readonly HashSet<string> names = [];
    private Utf8JsonReader reader = new(header);

    internal List<TensorEntry> Parse()
    {
        List<TensorEntry> entries = [];
        reader.Read();
        while (ReadIn() == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!names.Add(name))
            {
                throw new WeightFileException($"The header names '{name}' twice.");
            }

            if (name == Metadata)
            {
                SkipMetadata();
            }
            else
            {
                entries.Add(Entry(name));
            }
        }

        // Text after the object is found by reading on.
        reader.Read();
        return entries;
    }

    private void SkipMetadata()
    {
        Expect(ReadIn() == JsonTokenType.StartObject, Metadata, "an object");
        while (ReadIn() == JsonTokenType.PropertyName)
        {
            Expect(ReadIn() == JsonTokenType.String, Metadata, "an object of strings");
        }
    }

    private TensorEntry Entry(string name)
    {
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(ReadIn() == JsonTokenType.StartObject, name, "an object");
        while (ReadIn() == JsonTokenType.PropertyName)
        {
            string field = reader.GetString()!;
            switch (field)
            {
                case "dtype":
                    Expect(type is null && ReadIn() == JsonTokenType.String, name, "an object with one dtype, a string");
                    type = reader.GetString();
                    break;
                case "shape":
                    Expect(shape is null, name, "an object with one shape");
                    shape = Numbers(name, field);
                    break;
                case "data_offsets":
                    Expect(offsets is null, name, "an object with one pair of data_offsets");
                    offsets = Numbers(name, field);
                    break;
                default:
                    throw new WeightFileException($"The header's '{name}' has a field '{field}' that the format does not know.");
            }
        }

        Expect(type is not null && shape is not null && offsets is { Length: 2 }, name, "an object with dtype, shape and two data_offsets");
        return new TensorEntry(name, type!, shape!, offsets![0], offsets[1]);
    }

    private long[] Numbers(string name, string field)
    {
        List<long> numbers = [];
        Expect(ReadIn() == JsonTokenType.StartArray, name, $"an object whose {field} is an array");
        while (ReadIn() != JsonTokenType.EndArray)
        {
            long number = -1;
            bool isWhole = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number) && number >= 0;
            Expect(isWhole, name, $"an object whose {field} holds whole numbers, none negative");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private JsonTokenType ReadIn()
    {
        reader.Read();
        return reader.TokenType;
    }

    private static void Expect(bool condition, string name, string expected)
    {
        if (!condition)
        {
            throw new WeightFileException($"The header's '{name}' is not {expected}.");
        }
    }
}
