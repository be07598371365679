namespace ModelDsl.Generator.Tests;

/// <summary>Valid models that between them have a layer of each family, an option of each type and a combinator of each kind.</summary>
internal static class MutationSources
{
    public static IReadOnlyList<string> All { get; } =
    [
        "[Model, Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public sealed partial class TumorClassifier;",
        "[Model] [Input(28, 28, 1)] [Flatten, Dense(256), ReLU, Dense(128), ReLU] [Dense(10), Softmax] [CrossEntropyLoss] public sealed partial class Digits;",
        "[Model, Input(28, 28, 1), Conv2D(8, 3), ReLU, MaxPool2D(2), Flatten, Dropout(0.5), Dense(10), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1)] internal partial class Digits;",
        "[Model(Precision = Precision.Double), Budget(MaxParameters = 100, MaxActivationBytes = 1 << 10), Input(4), Dense(8, Bias = false), GELU, Dense(1), HuberLoss(Delta = 2)] partial class Robust;",
        "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, 2, 0.5])] partial class Weighted;",
        """[Model, Input(4), Dense(8, Name = "hidden", Initializer = Initializer.HeNormal, BiasInitializer = Initializer.Constant, BiasValue = 0.1), Mish, Dense(1, Name = "output"), MeanSquaredErrorLoss] partial class Named;""",
        "[Model, Input(4), Dropout(0), Dense(8), ELU(0.5), Dense(8), SELU, Dense(8), HardSwish, Dense(8), LeakyReLU, Dense(1), MeanAbsoluteErrorLoss] partial class Mixed;",
        "namespace @event { [Model, Input(4), Dense(1), MeanSquaredErrorLoss] partial class @class; }",
        "namespace A.B { [Model, Input(4), Dense(1), MeanSquaredErrorLoss] abstract partial class Abstract : System.IDisposable { public void Dispose() { } } }",
        "[System.Obsolete, Model, System.Serializable, Input(4), Dense(1), MeanSquaredErrorLoss] partial class InTwoParts; [Budget(MaxFlops = 8)] partial class InTwoParts { public int Extra { get; set; } }",
        "[Model, Input(9, 9, 4), ZeroPadding2D(1), DepthwiseConv2D(3, Bias = false), BatchNorm, SiLU, Upsample2D(2), SeparableConv2D(6, 3, Padding = Padding.Same), GroupNorm(3), GlobalAveragePool, Dense(2)] partial class Image;",
        "[Model, Input(8, 6), Permute(1, 0), Reshape(-1), Dense(6), Tanh, Dense(3), Softmax, KLDivergenceLoss] partial class Reshaped;",
        "[Model, Input(3, 4), Dense(8), ReLU, TripletLoss(Squared = true)] partial class Triplets;",
        "[Block, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU] class Basic; [Block, Residual<Basic>, ReLU] class Unit; [Block, Conv2D(4, 1)] class Side; "
        + "[Model, Input(8, 8, 4), Repeat<Unit>(3), Add<Basic, Side>, Flatten, Dense(1), HuberLoss] partial class Residuals;",
        "[Block, Dense(4), Tanh] class Unit; [Model, Input(4), Repeat<Unit>(3, SharedWeights = true), Concatenate<Unit, Identity>(Axis = 0), Multiply<Unit, Unit>, Dense(2), HuberLoss] partial class Shared;",
        "[Block, Dense(3), Softmax, CrossEntropyLoss] class Kind; [Block, Dense(1), HuberLoss] class Price; [Model, Input(4), Dense(5), Tanh, Output<Kind>(Weight = 0.5), Output<Price>] partial class Both;",
        "[Block, Input(4), Dense(4)] class Left; [Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool] class Right; [Model, Dot<Left, Right>, Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 3)] partial class Towers;",
        "[Block, LayerNorm, MultiHeadAttention(2, Causal = true)] class Attention; [Block, LayerNorm, Dense(Width.FourTimes), GELU, Dense(8)] class Forward; [Block, Residual<Attention>, Residual<Forward>] class Layer; "
        + "[Model, TokenInput(8), Embedding(11, 8), PositionalEmbedding, Repeat<Layer>(2), RMSNorm, TiedDense, Softmax, CrossEntropyLoss(IgnoreIndex = 0)] partial class Gpt;",
        "[Block, Input(3, 4), Dense(8)] class Asking; [Block, TokenInput(9, Lengths = true), Embedding(7, 6)] class Asked; [Model, CrossAttention<Asking, Asked>(4, Name = \"look\"), Dense(1), HuberLoss] partial class Looking;",
        "[Block, LSTM(4)] class Running; [Model, Input(6, 3, Lengths = true), Conv1D(4, 3, Padding = Padding.Same), ReLU, Bidirectional<Running>, LayerNorm, GlobalMaxPool, Dense(1), MeanSquaredErrorLoss] partial class Series;",
        "[Model, Input(20, 8, Lengths = true), GRU(16), Dense(6), Softmax, CTCLoss(9, Blank = 5)] partial class Spoken;",
        "[Model, TokenInput(6, Lengths = true), Embedding(7, 4), RNN(4, ReLU = true), LastStep, BatchNorm, Dense(3), CosineSimilarityLoss] partial class Steps;",
        "[Model, Input(4), Dense(1)] partial class Price { static void Train(Price price, Dataset<float> data) { price.Fit(data, new Adam(0.001)); price.Evaluate(data); _ = new Trainer<float>(price, new Adam(0.001)); } }",
    ];
}
