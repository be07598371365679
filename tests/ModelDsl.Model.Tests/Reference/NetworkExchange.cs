using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>
/// Weight files of whole networks, both ways. What PyTorch predicts with the weights of <see cref="Formula"/> is committed (networks.py writes it); the
/// files that the second test saves can be loaded into PyTorch by hand: <c>networks.py --check bin/…/DigitClassifier.saved.safetensors</c>.
/// </summary>
public sealed class NetworkExchange
{
    private const int Count = 4;
    private static readonly Dictionary<string, Func<Model<float>>> networks = new()
    {
        [nameof(DigitClassifier)] = () => new DigitClassifier(seed: 1),
        [nameof(ResNet20)] = () => new ResNet20(seed: 1),
    };

    public static TheoryData<string> Names => [.. networks.Keys];

    [Theory]
    [InlineData(nameof(DigitClassifier), 34_826)]
    [InlineData(nameof(ResNet20), 272_282)]
    public void A_network_has_as_many_trained_parameters_as_in_PyTorch(string name, int count) =>
        Assert.Equal(count, new Subject<float>(networks[name]()).Trained.Sum(parameter => parameter.Length));

    [Theory, MemberData(nameof(Names))]
    public void A_file_of_PyTorch_weights_gives_PyTorch_predictions(string name)
    {
        Subject<float> subject = new(networks[name]());
        string path = PathOf(name, "loaded");
        WriteWeights(path, subject.Definition);
        subject.Model.Load(path);
        AssertPredictions(name, subject);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_saved_file_has_PyTorch_names_shapes_and_layout(string name)
    {
        Subject<float> subject = new(networks[name]());
        Fill(subject);
        AssertPredictions(name, subject);
        string path = PathOf(name, "saved");
        subject.Model.Save(path);
        TensorFile saved = new(path);
        Assert.Equal(subject.Definition.Parameters.Select(parameter => parameter.Name).Order(), saved.Names.Order());
        Assert.All(subject.Definition.Parameters, parameter =>
        {
            Assert.Equal(parameter.Shape, saved.Shape(parameter.Name));
            Assert.Equal(Formula.Parameter<float>(parameter.Name, parameter.Shape), saved.Read<float>(parameter.Name));
        });
    }

    [Fact]
    public void The_gradients_of_a_residual_network_and_its_running_statistics_are_those_of_PyTorch()
    {
        TensorFile vectors = TensorFile.Vectors("networks");
        Subject<double> subject = new(new ResNet20Double(seed: 1));
        Fill(subject);
        int[] labels = [.. Enumerable.Range(0, Count)];
        double loss = subject.Step(new Examples<double>(Inputs<double>(subject.Definition), null, labels, [1, 1, 1, 1]));
        AssertClose(vectors.Read<double>("ResNet20/loss"), [loss], "loss");
        double[] expected = [.. subject.Trained.Select(parameter => vectors.Read<double>($"ResNet20/slopes/{parameter.Name}")[0])];
        double[] slopes = [.. subject.Trained.Select(parameter => Slope(parameter.Name, subject.Values(parameter.Name, subject.Gradients)))];
        AssertClose(expected, slopes, "gradients");
        Assert.Equal(38, subject.Buffers.Count());
        Assert.All(subject.Buffers, buffer => AssertClose(vectors.Read<double>($"ResNet20/buffers/{buffer.Name}"), subject.Values(buffer.Name), buffer.Name));
    }

    private static void AssertClose(double[] expected, double[] actual, string what) => Closeness.AssertClose<double>(expected, actual, what);

    private static double Slope(string name, double[] gradient) => gradient.Zip(Formula.Uniform($"along {name}", gradient.Length), (g, d) => g * d).Sum();

    private static string PathOf(string name, string what) => Path.Combine(AppContext.BaseDirectory, $"{name}.{what}.safetensors");

    private static T[] Inputs<T>(ModelDefinition definition)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Array.ConvertAll(Formula.Uniform("input", Count * definition.InputShape.Aggregate(1, (product, size) => product * size)), value => T.CreateChecked((float)value));

    private static void AssertPredictions(string name, Subject<float> subject) =>
        ImageVectors.AssertClose<float>(TensorFile.Vectors("networks"), $"{name}/output", subject.Model.Predict(Inputs<float>(subject.Definition)));

    private static void Fill<T>(Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ParameterSegment parameter in subject.Definition.Parameters)
        {
            subject.Set(parameter, Formula.Parameter<T>(parameter.Name, parameter.Shape));
        }
    }

    /// <summary>A safetensors file as <c>networks.py --save</c> writes it, down to the order, which is PyTorch's and need not be ours.</summary>
    private static void WriteWeights(string path, ModelDefinition definition)
    {
        ParameterSegment[] parameters = [.. definition.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];
        int end = 0;
        Dictionary<string, object> header = parameters.ToDictionary(parameter => parameter.Name, parameter =>
        {
            int start = end;
            end += 4 * parameter.Length;
            return (object)new { dtype = "F32", shape = parameter.Shape, data_offsets = new[] { start, end } };
        });
        byte[] text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        using FileStream file = File.Create(path);
        file.Write(BitConverter.GetBytes((ulong)text.Length));
        file.Write(text);
        foreach (ParameterSegment parameter in parameters)
        {
            file.Write(MemoryMarshal.AsBytes<float>(Formula.Parameter<float>(parameter.Name, parameter.Shape)));
        }
    }
}
