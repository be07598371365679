namespace ModelDsl.Generator.Tests.Emission;

/// <summary>The generated code of four models, whole: to be read, not only compared.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Logistic_regression() => SnapshotVerifier.Verify(GeneratorRun.Generate("""
        using ModelDsl;

        namespace Demo;

        /// <summary>Benign or malignant.</summary>
        [Model, Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
        public sealed partial class TumorClassifier;
        """));

    [Fact]
    public void A_multilayer_perceptron_with_dropout() => SnapshotVerifier.Verify(GeneratorRun.Generate("""
        using ModelDsl;

        namespace Demo;

        [Model]
        [Input(28, 28, 1)]
        [Flatten, Dense(128), ReLU, Dropout(0.2)]
        [Dense(10), Softmax]
        [CrossEntropyLoss(LabelSmoothing = 0.1, ClassWeights = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2])]
        public sealed partial class DigitClassifier;
        """));

    [Fact]
    public void A_regression_over_time_in_double_precision() => SnapshotVerifier.Verify(GeneratorRun.Generate("""
        using ModelDsl;

        [Model(Precision = Precision.Double)]
        [Input(24, 3)]
        [Dense(16, Bias = false), GELU]
        [Dense(1)]
        [HuberLoss(Delta = 0.5)]
        internal sealed partial class Forecast;
        """));

    [Fact]
    public void A_repeated_residual_block() => SnapshotVerifier.Verify(GeneratorRun.Generate("""
        using ModelDsl;

        [Block, Dense(Width.Same), BatchNorm, Dropout(0.1)]
        public class Inner;

        [Block, Residual<Inner>, ReLU]
        public class Unit;

        [Model, Input(6), Dense(4), Tanh, Repeat<Unit>(3), Dense(2), MeanSquaredErrorLoss]
        public partial class Net;
        """));
}
