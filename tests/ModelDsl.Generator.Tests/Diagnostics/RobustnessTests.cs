using Microsoft.CodeAnalysis;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Half-typed code: the compiler's own message is enough, ours would be noise, and nothing throws.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("[Model, Input(4), Dense] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(\"many\")] public partial class Net;")]
    [InlineData("[Model, Input(4), Dens(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), ] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3, Units = 4)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(x)] public partial class Net;")]
    [InlineData("[Model, Input(null), Dense(3)] public partial class Net;")]
    [InlineData("[Model(Precision = 7), Input(4), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Model, Input(4), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = null)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, ])] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(int.MaxValue), ReLU, Dense(int.MaxValue)] public partial class Net;")]
    [InlineData("[Model, Input(int.MaxValue, int.MaxValue, int.MaxValue), Flatten, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class Net : Missing;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial struct Net;")]
    [InlineData("[Model]")]
    public async Task Never_throws(string source)
    {
        IReadOnlyList<Diagnostic> reported = await Analysis.Report("using ModelDsl;\n" + source);
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compilation("using ModelDsl;\n" + source));

        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "AD0001");
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.InRange(reported.Count, 0, 1);
    }

    [Fact]
    public void An_invalid_model_has_members_that_compile() => Assert.Contains("Invalid()", GeneratorRun.Generate("""
        using ModelDsl;

        [Model, Input(4), Dense(3), CrossEntropyLoss]
        public sealed partial class Net;

        public static class Program
        {
            public static float[] Run(float[] x) => new Net(seed: 3).Predict(x);
        }
        """).Values.Single());
}
