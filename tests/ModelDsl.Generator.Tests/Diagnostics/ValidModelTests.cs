namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Valid models get no message at all.</summary>
public sealed class ValidModelTests
{
    [Theory]
    [InlineData("[Model, Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public sealed partial class TumorClassifier;")]
    [InlineData("[Model] [Input(28, 28, 1)] [Flatten, Dense(256), ReLU, Dense(128), ReLU] [Dense(10), Softmax] [CrossEntropyLoss] public sealed partial class Digits;")]
    [InlineData("[Model, Input(28, 28, 1), Flatten, Dropout(0.5), Dense(10), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1)] internal partial class Digits;")]
    [InlineData("[Model(Precision = Precision.Double), Input(4), Dense(1), MeanSquaredErrorLoss] partial class Regression;")]
    [InlineData("[Model, Input(4), Dense(1), Softplus, MeanSquaredErrorLoss] partial class Positive;")]
    [InlineData("[Model, Input(4), Dense(8, Bias = false), GELU, Dense(1), HuberLoss(Delta = 2)] partial class Robust;")]
    [InlineData("[Model, Input(4), Dense(8), Tanh, Dense(2), MeanAbsoluteErrorLoss] partial class Two;")]
    [InlineData("[Model, Input(48, 3), Dense(16), SiLU, Dense(1), HuberLoss] partial class OverTime;")]
    [InlineData("[Model, Input(64, 8), Dense(65), Softmax, CrossEntropyLoss] partial class PerStep;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, KLDivergenceLoss] partial class Distribution;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(SoftTargets = true)] partial class Soft;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, 2, 0.5])] partial class Weighted;")]
    [InlineData("[Model, Input(4), Dense(5), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 3)] partial class ManyLabels;")]
    [InlineData("[Model, Input(4), Dense(8), ReLU, Dense(3), Softmax] partial class PredictsOnly;")]
    [InlineData("[Model, Input(4), Dense(8, Initializer = Initializer.HeNormal, BiasInitializer = Initializer.Constant, BiasValue = 0.1), ReLU, Dense(1), MeanSquaredErrorLoss] partial class Started;")]
    [InlineData("""[Model, Input(4), Dense(8, Name = "hidden"), Mish, Dense(1, Name = "output"), MeanSquaredErrorLoss] partial class Named;""")]
    [InlineData("[Model, Input(4), Dropout(0), Dense(8), ELU(0.5), Dense(8), SELU, Dense(8), HardSwish, Dense(8), LeakyReLU, Dense(1), MeanSquaredErrorLoss] partial class Mixed;")]
    [InlineData("[Model, Input(40), Dense(4, Bias = false), Dense(64), ReLU, Dense(1), MeanSquaredErrorLoss] partial class LowRank;")]
    [InlineData("[Model, Input(28, 28, 3), Dense(8), GELU, Flatten, Dense(10), Softmax, CrossEntropyLoss] partial class PerPixelFirst;")]
    [InlineData("[Model, Input(4), Dense(8), Tanh, Dense(3), CosineSimilarityLoss] partial class Direction;")]
    [InlineData("[Model, Input(3, 4), Dense(8), ReLU, TripletLoss(Squared = true)] partial class Triplets;")]
    [InlineData("[Block, Dense(6), Reshape(3, 2), TripletLoss] class Near; [Block, Dense(1), HuberLoss] class Price; [Model, Input(4), Dense(5), Tanh, Output<Near>, Output<Price>] partial class Both;")]
    [InlineData("[Block, Dense(6), Reshape(3, 2), TripletLoss] class Near; [Model, Input(4), Dense(5), Tanh, Output<Near>] partial class OutputAlone;")]
    [InlineData("[Model, Input(20, 8, Lengths = true), GRU(16), Dense(6), Softmax, CTCLoss(9, Blank = 5)] partial class Spoken;")]
    [InlineData("[Block, Input(3, 4), Dense(8)] class Asking; [Block, TokenInput(9, Lengths = true), Embedding(7, 6)] class Asked; [Model, CrossAttention<Asking, Asked>(4, Name = \"look\"), Dense(1), HuberLoss] partial class Looking;")]
    [InlineData("[Model, Input(4), Flatten] partial class WithoutWeights;")]
    [InlineData("""[Model, Input(4), Dense(8, Name = "out"), ReLU(Name = "this"), Dense(1, Name = "run"), MeanSquaredErrorLoss] partial class NamedLikeCode;""")]
    [InlineData("[type: Model, Input(4), Dense(1), MeanSquaredErrorLoss] partial class WithTarget;")]
    [InlineData("[Model, Input(4), Dense(1), MeanSquaredErrorLoss] partial class Explicit : Model<float>;")]
    [InlineData("namespace @event { [Model, Input(4), Dense(1), MeanSquaredErrorLoss] partial class @class; }")]
    [InlineData("[System.Obsolete, Model, System.Serializable, Input(4), Dense(1), MeanSquaredErrorLoss] partial class WithOthers;")]
    [InlineData("[Model, Input(4), Dense(1), MeanSquaredErrorLoss] partial class InTwoParts; partial class InTwoParts { public int Extra { get; set; } }")]
    [InlineData("namespace A.B { [Model, Input(4), Dense(1), MeanSquaredErrorLoss] abstract partial class Abstract : System.IDisposable { public void Dispose() { } } }")]
    public async Task Of_many_styles(string source)
    {
        Assert.Empty(await Analysis.Report("using ModelDsl;\n" + source));
        GeneratorRun.Generate("using ModelDsl;\n" + source);
    }

    [Theory]
    [InlineData("TokenInput(8), Embedding(11, 8), PositionalEmbedding, Residual<Attention>, LayerNorm, TiedDense, Softmax, CrossEntropyLoss")]
    [InlineData("TokenInput(8), Embedding(11, 8, PaddingIndex = 0), Repeat<Attention>(2), Dense(11), Softmax, CrossEntropyLoss(IgnoreIndex = 0)")]
    [InlineData("TokenInput(8), Embedding(11, 8), SinusoidalPositions, Residual<Attention>, LastStep, Dense(3), Softmax, CrossEntropyLoss")]
    [InlineData("TokenInput(8), Identity, Embedding(11, 8), GRU(Width.Same), Dense(11), Softmax, CrossEntropyLoss(IgnoreIndex = Dataset.Ignored)")]
    [InlineData("TokenInput(8), Add<Words, LivelyWords>, TiedDense, Softmax, CrossEntropyLoss")]
    [InlineData("TokenInput(8), Concatenate<Words, LivelyWords>, LSTM(5), Dense(2), MeanSquaredErrorLoss")]
    [InlineData("TokenInput(5), Embedding(7, 4), RNN(4, ReLU = true), Output<TiedHead>, Output<TiedHead>")]
    [InlineData("Dot<WordTower, ValueTower>, Sigmoid, BinaryCrossEntropyLoss")]
    [InlineData("Input(6, 8), MultiHeadAttention(4, KeyHeads = 2, Causal = true, Rotary = true, Dropout = 0.1), LastStep, Dense(1), MeanSquaredErrorLoss")]
    [InlineData("Input(6, 8), Dense(8), TimeReverse, MultiHeadAttention(8, KeyHeads = 1, LinearBias = true), GlobalAveragePool, Dense(1), MeanSquaredErrorLoss")]
    [InlineData("Input(6, 3, Lengths = true), Conv1D(4, 3, Padding = Padding.Same), ReLU, Bidirectional<Running>, LayerNorm, GlobalMaxPool, Dense(1), MeanSquaredErrorLoss")]
    [InlineData("TokenInput(6, Lengths = true), Embedding(7, 4), LSTM(4), LastStep, BatchNorm, Dense(3), Softmax, CrossEntropyLoss")]
    public async Task Of_sequences(string layers)
    {
        const string blocks = """
            [Block, LayerNorm, MultiHeadAttention(2, Causal = true)] public partial class Attention;
            [Block, Embedding(7, 4)] public partial class Words;
            [Block, Embedding(7, 4), Tanh] public partial class LivelyWords;
            [Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool] public partial class WordTower;
            [Block, Input(4), Dense(4)] public partial class ValueTower;
            [Block, TiedDense, Softmax, CrossEntropyLoss] public partial class TiedHead;
            [Block, LSTM(4)] public partial class Running;

            """;
        string source = $"using ModelDsl;\n{blocks}\n[Model, {layers}] public sealed partial class Net;";
        Assert.Empty(await Analysis.Report(source));
        GeneratorRun.Generate(source);
    }

    [Fact]
    public async Task A_method_that_only_shares_its_name_with_training_gets_no_message() => Assert.Empty(await Analysis.Report("""
        using ModelDsl;

        [Model, Input(4), Dense(1)]
        public sealed partial class Price
        {
            public void Evaluate() => Evaluate();
        }
        """));

    [Fact]
    public async Task Training_a_model_with_a_loss_gets_no_message() => Assert.Empty(await Analysis.Report("""
        using ModelDsl;

        public static class Program
        {
            public static void Train(Price price, Dataset<float> data) => price.Fit(data, new Adam(0.001));
        }

        [Model, Input(4), Dense(1), MeanSquaredErrorLoss]
        public sealed partial class Price;
        """));
}
