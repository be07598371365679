using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Calls with data that cannot fit get one message, on the argument; calls of which too little is known get none.</summary>
public sealed class UseAnalyzerTests
{
    private const string Models = """
        using ModelDsl;
        using System;

        [Model, Input(28, 28, 1), Flatten, Dense(10), Softmax, CrossEntropyLoss] public sealed partial class Digits;
        [Model, Input(4), Dense(2), MeanSquaredErrorLoss] public sealed partial class Prices;
        [Model, Input(3, 4), Dense(8), ReLU, TripletLoss] public sealed partial class Faces;
        [Model, TokenInput(8), Embedding(11, 4), Dense(11), Softmax, CrossEntropyLoss] public sealed partial class Words;
        [Model, Input(4), Dense(2)] public sealed partial class Plain;


        """;

    [Theory]
    [InlineData("digits.Predict(new float[783])", "new float[783]", "Predict: inputs has 783 numbers, but an example of Digits has 784, (28, 28, 1).\nPass a multiple of 784, one example behind the other.")]
    [InlineData("prices.Predict([1f, 2, 3])", "[1f, 2, 3]", "Predict: inputs has 3 numbers, but an example of Prices has 4.\nPass a multiple of 4, one example behind the other.")]
    [InlineData("prices.Predict(new float[] { 1, 2, 3, 4, 5 })", "new float[] { 1, 2, 3, 4, 5 }", "Predict: inputs has 5 numbers, but an example of Prices has 4.\nPass a multiple of 4, one example behind the other.")]
    [InlineData("words.Predict(new int[9])", "new int[9]", "Predict: tokens has 9 numbers, but an example of Words has 8.\nPass a multiple of 8, one example behind the other.")]
    [InlineData("new Trainer<float>(words, new SGD(0.1)).Step(new int[16], new int[15])", "new int[15]", "Step: labels has 15 numbers, but 2 examples of Words have 16 labels, 8 each.\nMake it 16 long.")]
    [InlineData("prices.Predict(new float[8], new float[5])", "new float[5]", "Predict: outputs has 5 numbers, but 2 examples of Prices have 4 predictions, 2 each.\nMake it 4 long.")]
    [InlineData("float[] values = new float[4]; prices.Predict(values, values)", "values", "Predict: inputs and outputs are the same array, which would be overwritten while it is read.\nPass another array for outputs.")]
    [InlineData("new Trainer<float>(digits, new SGD(0.1)).Step(new float[784], new int[2])", "new int[2]", "Step: labels has 2 numbers, but 1 example of Digits has 1 label.\nMake it 1 long.")]
    [InlineData("var trainer = new Trainer<float>(prices, new SGD(0.1)); trainer.Step(new float[6], new float[3])", "new float[6]", "Step: inputs has 6 numbers, but an example of Prices has 4.\nPass a multiple of 4, one example behind the other.")]
    [InlineData("prices.Fit(Dataset.Create(new float[9], new float[4]), new SGD(0.1))", "new float[9]", "Dataset.Create: features has 9 numbers, but an example of Prices has 4.\nPass a multiple of 4, one example behind the other.")]
    [InlineData("var data = Dataset.Create(new float[8], new float[6]); prices.Evaluate(data)", "new float[6]", "Dataset.Create: targets has 6 numbers, but 2 examples of Prices have 4 targets, 2 each.\nMake it 4 long.")]
    public async Task Whose_length_does_not_fit(string call, string argument, string message)
    {
        Diagnostic reported = await Single(call);

        Assert.Equal(RuleIds.DataLength, reported.Id);
        Assert.Equal(argument, reported.Location.SourceTree!.ToString().Substring(reported.Location.SourceSpan.Start, reported.Location.SourceSpan.Length));
        Assert.Equal(message, reported.GetMessage());
    }

    [Theory]
    [InlineData("digits.Fit(Dataset.Create(numbers, numbers), new SGD(0.1))", "Fit: Digits learns from class indices, as CrossEntropyLoss asks, not from target values.\nGive the class of each example as an int: labels, an int[].")]
    [InlineData("prices.Evaluate(Dataset.Create(numbers, labels))", "Evaluate: Prices learns from target values, as MeanSquaredErrorLoss asks, not from class indices.\nGive them as numbers of the features' type: targets, one prediction's worth for each example.")]
    [InlineData("faces.FitAsync(Dataset.Create(numbers, labels), new SGD(0.1))", "FitAsync: Faces learns from features alone, as TripletLoss asks, not from class indices.\nLeave them out.")]
    [InlineData("digits.Fit(Dataset.Create(numbers, 3), new SGD(0.1))", "Fit: Digits learns from class indices, as CrossEntropyLoss asks, not from features alone.\nGive the class of each example as an int: labels, an int[].")]
    [InlineData("var data = Dataset.Create(numbers, labels); prices.Fit(data, new SGD(0.1))", "Fit: Prices learns from target values, as MeanSquaredErrorLoss asks, not from class indices.\nGive them as numbers of the features' type: targets, one prediction's worth for each example.")]
    [InlineData("new Trainer<float>(prices, new SGD(0.1)).Step(numbers, labels)", "Step: Prices learns from target values, as MeanSquaredErrorLoss asks, not from class indices.\nGive them as numbers of the features' type: targets, one prediction's worth for each example.")]
    public async Task With_targets_of_another_kind(string call, string message)
    {
        Diagnostic reported = await Single(call);

        Assert.Equal(RuleIds.TargetKind, reported.Id);
        Assert.Equal(message, reported.GetMessage());
    }

    [Theory]
    [InlineData("digits.Predict(new float[1568])")]
    [InlineData("digits.Predict(numbers)")]
    [InlineData("float[] values = new float[783]; values = numbers; digits.Predict(values)")]
    [InlineData("float[] values = new float[783]; Array.Resize(ref values, 784); digits.Predict(values)")]
    [InlineData("float[] first = new float[784], second = numbers; (first, second) = (second, first); digits.Predict(first)")]
    [InlineData("digits.Predict([.. numbers, 1f])")]
    [InlineData("prices.Predict(new float[8], new float[4])")]
    [InlineData("digits.Fit(Dataset.Create(numbers, labels), new SGD(0.1))")]
    [InlineData("words.Fit(Dataset.CreateWindows<float>(labels, 8), new SGD(0.1))")]
    [InlineData("faces.Fit(Dataset.Create(numbers, 3), new SGD(0.1))")]
    [InlineData("plain.Predict(Dataset.Create(numbers, 3))")]
    [InlineData("var trainer = new Trainer<float>(prices, new SGD(0.1)); trainer.Step(new float[8], new float[4])")]
    public async Task That_fits_or_is_not_known_gets_no_message(string call) => Assert.Empty(await Report(call));

    private static async Task<Diagnostic> Single(string call) => Assert.Single(await Report(call));

    private static Task<IReadOnlyList<Diagnostic>> Report(string call) => Analysis.Report(
        $$"""
        {{Models}}
        public static class Program
        {
            public static void Use(Digits digits, Prices prices, Faces faces, Words words, Plain plain, float[] numbers, int[] labels)
            {
                {{call}};
            }
        }
        """);
}
