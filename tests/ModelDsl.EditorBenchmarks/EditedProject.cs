using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelDsl.EditorBenchmarks;

/// <summary>A project with one file for each model and one that has nothing to do with them, and the edits that are made in it.</summary>
internal sealed class EditedProject
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private readonly Func<int, int, string> write;
    private readonly SyntaxTree[] models;
    private SyntaxTree other;
    private int edits;

    private EditedProject(string name, int count, Func<int, int, string> write)
    {
        this.write = write;
        Name = name;
        models = [.. Enumerable.Range(0, count).Select(model => Parse(write(model, 0), $"Net{model}.cs"))];
        other = Parse(Other(0), "Other.cs");
        Compilation = CSharpCompilation.Create(
            "Edited",
            [.. models, other],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(System.Numerics.Tensors.Tensor).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What it is called in the table.</summary>
    public string Name { get; }

    /// <summary>The project after the last edit.</summary>
    public Compilation Compilation { get; private set; }

    /// <summary>The project's options for parsing.</summary>
    public static CSharpParseOptions ParseOptions => Options;

    /// <summary>A project of so many small networks of images.</summary>
    public static EditedProject OfModels(int count) => new(count == 1 ? "1 model" : $"{count} models", count, (model, edit) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        using ModelDsl;

        [Model, Input(28, 28, 1)]
        [Conv2D(32, 3), ReLU, MaxPool2D(2)]
        [Conv2D(64, 3), ReLU, MaxPool2D(2)]
        [Flatten, Dropout(0.5), Dense({128 + edit}), ReLU]
        [Dense(10), Softmax, CrossEntropyLoss]
        public sealed partial class Net{model};
        """));

    /// <summary>A project of one network of so many layers.</summary>
    public static EditedProject OfLayers(int count) => new($"1 model of {count} layers", 1, (model, edit) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        using ModelDsl;

        [Model, Input(30)]
        [Dense({64 + edit}), ReLU]
        {string.Join("\n", Enumerable.Repeat("[Dense(64), ReLU]", (count - 3) / 2))}
        [Dense(10), Softmax, CrossEntropyLoss]
        public sealed partial class Net{model};
        """));

    /// <summary>Parses the first model's file with another number in one attribute; applied by <see cref="Replace"/>.</summary>
    public (SyntaxTree Before, SyntaxTree After) EditAttribute()
    {
        (SyntaxTree before, SyntaxTree after) = (models[0], Parse(write(0, ++edits), "Net0.cs"));
        models[0] = after;
        return (before, after);
    }

    /// <summary>Parses the file that has nothing to do with models with another method in it.</summary>
    public (SyntaxTree Before, SyntaxTree After) EditOther()
    {
        (SyntaxTree before, SyntaxTree after) = (other, Parse(Other(++edits), "Other.cs"));
        other = after;
        return (before, after);
    }

    /// <summary>Applies an edit.</summary>
    public void Replace((SyntaxTree Before, SyntaxTree After) edit) => Compilation = Compilation.ReplaceSyntaxTree(edit.Before, edit.After);

    private static string Other(int edit) => $"public static class Other {{ public static int Answer{edit}() => {edit}; }}";

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path);
}
