using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ModelDsl.Generator.Tests;

/// <summary>
/// Compares generated files with the snapshots beside the tests, by the conventions of Verify.SourceGenerators, which can replace this file.
/// A difference is left as a .received.cs file; MODELDSL_ACCEPT=1 overwrites the snapshot, and the test fails all the same.
/// </summary>
internal static partial class SnapshotVerifier
{
    public static void Verify(IReadOnlyDictionary<string, string> files, [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(test)!, "..", "_snapshots");
        string prefix = $"{Path.GetFileNameWithoutExtension(test)}.{method}";
        List<string> faults = [];
        HashSet<string> expected = [];
        foreach ((string hint, string text) in files)
        {
            string path = Path.Combine(folder, $"{prefix}#{Path.GetFileNameWithoutExtension(hint)}.verified.cs");
            expected.Add(Path.GetFullPath(path));
            Compare(path, $"//HintName: {hint}\n{Scrub(text)}".TrimEnd('\n'), faults);
        }

        faults.AddRange(Directory.EnumerateFiles(folder, $"{prefix}#*.verified.cs").Where(file => !expected.Contains(Path.GetFullPath(file))).Select(orphan => $"{orphan} has no generated file."));
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private static void Compare(string path, string actual, List<string> faults)
    {
        string received = path.Replace(".verified.cs", ".received.cs");
        string known = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n") : string.Empty;
        if (known == actual)
        {
            File.Delete(received);
            return;
        }

        bool accept = Environment.GetEnvironmentVariable("MODELDSL_ACCEPT") == "1";
        File.WriteAllText(accept ? path : received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        IEnumerable<string> lines = InlineDiffBuilder.Diff(known, actual).Lines.Where(line => line.Type != ChangeType.Unchanged).Take(40)
            .Select(line => $"{(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");
        faults.Add($"{Path.GetFileName(path)} differs:\n{string.Join("\n", lines)}");
    }

    private static string Scrub(string text) => Version().Replace(text.Replace("\r\n", "\n"), "GeneratedCode(\"ModelDsl.Generator\", \"VERSION\")");

    [GeneratedRegex("""GeneratedCode\("ModelDsl\.Generator", "[^"]*"\)""")]
    private static partial Regex Version();
}
