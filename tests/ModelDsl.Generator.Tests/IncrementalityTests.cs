using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Tests;

/// <summary>What an edit makes the generator do again: only the model that changed.</summary>
public sealed class IncrementalityTests
{
    private const string Model = "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(2)] public partial class Net;";

    [Fact]
    public void An_unrelated_edit_regenerates_nothing() =>
        Assert.Equal(["Net: Unchanged, Cached"], Reasons([Model, "class Other;"], [Model, "class Other { int x; }"]));

    [Fact]
    public void A_comment_in_the_model_regenerates_nothing() =>
        Assert.Equal(["Net: Unchanged, Cached"], Reasons([Model], [$"// a remark\n{Model} // and another"]));

    [Fact]
    public void A_second_model_leaves_the_first_alone() =>
        Assert.Equal(["Net: Unchanged, Cached", "Second: New, New"], Reasons([Model, ""], [Model, Model.Replace("Net", "Second")]));

    [Fact]
    public void A_change_of_one_model_leaves_the_other_alone()
    {
        string second = Model.Replace("Net", "Second");

        Assert.Equal(["Net: Modified, Modified", "Second: Unchanged, Cached"], Reasons([Model, second], [Model.Replace("Dense(2)", "Dense(3)"), second]));
    }

    [Fact]
    public void A_change_of_a_block_regenerates_the_models_that_use_it()
    {
        string block = "[ModelDsl.Block, ModelDsl.Dense(4), ModelDsl.Tanh] class Unit;", user = "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Residual<Unit>] partial class User;";

        Assert.Equal(["Net: Unchanged, Cached", "User: Modified, Modified"], Reasons([Model, user, block], [Model, user, block.Replace("Tanh", "ReLU")]));
        Assert.Equal(["Net: Unchanged, Cached", "User: Unchanged, Cached"], Reasons([Model, user, block], [Model, user, $"// a remark\n{block}"]));
    }

    [Fact]
    public void A_model_moved_to_another_file_is_generated_once() =>
        Assert.Contains("Net: ", Assert.Single(Reasons([Model, "class Other;"], ["class Other;", Model]), reason => !reason.Contains("Removed")));

    [Fact]
    public void What_the_pipeline_keeps_holds_nothing_of_a_compilation()
    {
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compilation(Model));
        object[] outputs = [.. Steps(driver).SelectMany(step => step.Outputs).Select(output => output.Value)];
        Assert.NotEmpty(outputs);
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Assert.All(outputs, output => AssertIsPlain(output, seen));
    }

    private static void AssertIsPlain(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SemanticModel or AttributeData, $"{value.GetType()} is kept");
        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            AssertIsPlain(field.GetValue(value), seen);
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertIsPlain(item, seen);
            }
        }
    }

    /// <summary>For each model: why its specification was made, and why its file was written.</summary>
    private static string[] Reasons(string[] before, string[] after)
    {
        CSharpCompilation first = GeneratorRun.Compilation(before);
        CSharpCompilation second = first;
        SyntaxTree[] trees = [.. GeneratorRun.Compilation(after).SyntaxTrees];
        for (int i = 0; i < trees.Length; i++)
        {
            if (before[i] != after[i])
            {
                second = second.ReplaceSyntaxTree(first.SyntaxTrees[i], trees[i]);
            }
        }

        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(first).RunGenerators(second);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        IncrementalStepRunReason[] written = [.. result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason)];
        return [.. Steps(driver).SelectMany(step => step.Outputs).Select((output, i) => $"{((ModelSpec)output.Value).Name}: {output.Reason}, {written[i]}")];
    }

    private static IEnumerable<IncrementalGeneratorRunStep> Steps(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[ModelGenerator.ParseStep];
}
