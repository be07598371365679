using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Gradients;

/// <summary>A model in single precision against its twin in double.</summary>
public sealed class Twins
{
    public static TheoryData<string> Names => [.. Catalog.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_model_agrees_with_its_double_twin(string name)
    {
        Subject<float> single = new(Catalog.Single(name, seed: 3));
        Subject<double> twin = new(Catalog.Double(name, seed: 3));
        single.Scatter(seed: 5);
        for (int i = 0; i < single.Parameters.Length; i++)
        {
            twin.Parameters[i] = single.Parameters[i];
        }

        Examples<float> examples = Examples<float>.Draw(single.Definition, count: 9, seed: 7);
        double expected = twin.Loss(examples.To<double>());
        double actual = single.Loss(examples);
        Closeness.AssertClose<double, double>([expected], [actual], 1e-5, $"{name}'s loss");
        Closeness.AssertClose<double, float>(twin.Gradients, single.Gradients, 1e-5, $"{name}'s gradient");
        Closeness.AssertClose<double, float>(twin.Predict(examples.To<double>()), single.Predict(examples), 1e-5, $"{name}'s prediction");
    }
}
