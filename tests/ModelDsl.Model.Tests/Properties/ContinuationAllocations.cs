using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>After the first ids, a sequence that goes on takes no memory from the collector.</summary>
[Collection(Alone.Name)]
public sealed class ContinuationAllocations
{
    public static TheoryData<string> Names => [.. Catalog.GeneratorNames, nameof(GptModel)];

    [Theory, MemberData(nameof(Names))]
    public void An_id_allocates_nothing_whatever_way_it_is_drawn_and_past_the_limit_too(string name)
    {
        GenerationOptions[] ways =
        [
            new() { MaxTokens = int.MaxValue, Temperature = 0 },
            new() { MaxTokens = int.MaxValue, StopIds = [98, 99] },
            new() { MaxTokens = int.MaxValue, TopK = 3, TopP = 0.9, RepetitionPenalty = 1.2 },
        ];
        foreach (GenerationOptions options in ways)
        {
            TokenGenerator<float> generator = new(Catalog.Single(name, seed: 1), options);
            generator.Start([1, 2]);
            bool hasEnded = false;
            Assert.Equal(0, Allocated.OnThisThread(60, () => hasEnded |= !generator.TryNext(out _)));
            Assert.False(hasEnded);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_step_of_several_sequences_allocates_nothing(string name)
    {
        Model<double> model = Catalog.Double(name, seed: 1);
        SequenceStepper<double> stepper = new(model, 3);
        double[] outputs = new double[3 * model.Definition.OutputShape[^1]];
        int[] ids = [1, 2, 3];
        Assert.Equal(0, Allocated.OnThisThread(60, () =>
        {
            if (stepper.Position == 5)
            {
                stepper.Reset();
            }

            stepper.Step(ids, outputs);
        }));
    }
}
