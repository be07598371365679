using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ModelDsl.Generator.Tests;

/// <summary>The compiler's rooms: no two use each other, and Roslyn's types stop at the entry, the parser and the diagnostics.</summary>
public sealed partial class RoomsTests
{
    [Fact]
    public void No_two_rooms_use_each_other()
    {
        Dictionary<string, HashSet<string>> uses = Uses();
        Assert.True(uses.Count >= 8, $"only {uses.Count} rooms were found");
        Assert.All(uses, room => Assert.All(room.Value, other => Assert.False(
            uses[other].Contains(room.Key), $"{room.Key} and {other} use each other")));
    }

    [Fact]
    public void Roslyn_stops_at_the_parser_the_diagnostics_and_the_entry()
    {
        IEnumerable<string> rooms = Sources().Where(file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis")).Select(Room).Distinct();

        Assert.Subset(new HashSet<string> { ".", "Parsing", "Diagnostics" }, rooms.ToHashSet());
    }

    private static Dictionary<string, HashSet<string>> Uses()
    {
        (string Room, string Text)[] files = [.. Sources().Select(file => (Room(file), Stripped(File.ReadAllText(file))))];
        Dictionary<string, string> home = files
            .SelectMany(file => Declaration().Matches(file.Text).Select(match => (Name: match.Groups[1].Value, file.Room)))
            .GroupBy(declared => declared.Name)
            .Where(group => group.Select(declared => declared.Room).Distinct().Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Room);
        Dictionary<string, HashSet<string>> uses = files.Select(file => file.Room).Distinct().ToDictionary(room => room, _ => new HashSet<string>());
        foreach ((string room, string text) in files)
        {
            uses[room].UnionWith(Word().Matches(text).Where(match => home.TryGetValue(match.Value, out string? other) && other != room).Select(match => home[match.Value]));
        }

        return uses;
    }

    private static string Stripped(string text) => CommentOrString().Replace(text, " ");

    private static string Room(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(Root(), file)) is { Length: > 0 } folder ? folder.Split(Path.DirectorySeparatorChar)[0] : ".";

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Root(), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Root(), file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Root([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "generators", "ModelDsl.Generator");

    [GeneratedRegex(@"//[^\n]*|\$?""(?:\\.|[^""\\\n])*""")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+([A-Z]\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Word();
}
