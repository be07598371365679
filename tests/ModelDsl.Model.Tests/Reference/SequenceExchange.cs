using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>
/// Weight files of recurrence and attention, both ways: the committed ones hold what PyTorch's own modules call their state (sequence_weights.py writes them).
/// What the second test saves can be loaded into PyTorch by hand: <c>sequence_weights.py --check bin/…/LSTMModel.saved.safetensors</c>.
/// </summary>
public sealed class SequenceExchange
{
    private static readonly string[] cell = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"];
    private static readonly Dictionary<string, (string Layer, string[] Roles)> firstLayers = new()
    {
        [nameof(RNNModel)] = ("rnn1", cell),
        [nameof(LSTMModel)] = ("lstm1", cell),
        [nameof(GRUModel)] = ("gru1", cell),
        [nameof(AttentionModel)] = ("multiHeadAttention1", ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"]),
    };

    public static TheoryData<string> Names => [.. firstLayers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_file_of_PyTorch_weights_gives_PyTorch_predictions(string name)
    {
        Model<float> model = Catalog.Single(name, seed: 1);
        model.Load(TensorFile.VectorPath<float>($"weights.{name}"));
        TensorFile vectors = TensorFile.Vectors("sequences");
        ImageVectors.AssertClose<float>(vectors, $"{name}/output", model.Predict(vectors.Convert<float>($"{name}/input")));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_saved_file_has_PyTorch_names_shapes_and_layout(string name)
    {
        Subject<float> subject = new(Catalog.Single(name, seed: 1));
        subject.Load(TensorFile.Vectors("sequences"), $"{name}/parameters/");
        string path = Path.Combine(AppContext.BaseDirectory, $"{name}.saved.safetensors");
        subject.Model.Save(path);
        TensorFile expected = TensorFile.Vectors<float>($"weights.{name}"), saved = new(path);
        (string layer, string[] roles) = firstLayers[name];
        Assert.Equal([.. roles.Select(role => $"{layer}.{role}"), "dense1.weight", "dense1.bias"], expected.Names);
        Assert.Equal(expected.Names.Order(), saved.Names.Order());
        Assert.All(expected.Names, title => Assert.Equal(expected.Shape(title), saved.Shape(title)));
        Assert.All(expected.Names, title => Assert.Equal(expected.Read<float>(title), saved.Read<float>(title)));
    }
}
