using System.Numerics;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Reference;

/// <summary>
/// Weight files, both ways. What the second test saves can be loaded into PyTorch by hand:
/// <c>reference.py --check bin/…/weights.saved.float64.safetensors</c>.
/// </summary>
public sealed class WeightExchange
{
    private static readonly string[] names = ["dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias", "dense3.weight", "dense3.bias"];

    [Fact]
    public void A_file_of_PyTorch_weights_gives_PyTorch_predictions_in_single_precision() => LoadAndPredict(new Subject<float>(new MlpModel()));

    [Fact]
    public void A_file_of_PyTorch_weights_gives_PyTorch_predictions_in_double_precision() => LoadAndPredict(new Subject<double>(new MlpModel64()));

    [Fact]
    public void A_saved_file_has_PyTorch_names_and_layout_in_single_precision() => SaveAndCompare<float>(new MlpModel(), "weights.saved.float32.safetensors");

    [Fact]
    public void A_saved_file_has_PyTorch_names_and_layout_in_double_precision() => SaveAndCompare<double>(new MlpModel64(), "weights.saved.float64.safetensors");

    private static void LoadAndPredict<T>(Subject<T> subject)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        subject.Model.Load(TensorFile.VectorPath<T>("weights"));
        TensorFile vectors = TensorFile.Vectors<T>("layers");
        Closeness.AssertClose<T>(vectors.Read<T>("MlpModel/output"), subject.Model.Predict(vectors.Read<T>("MlpModel/input")), "prediction");
    }

    private static void SaveAndCompare<T>(Model<T> model, string file)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        model.Load(TensorFile.VectorPath<T>("weights"));
        string path = Path.Combine(AppContext.BaseDirectory, file);
        model.Save(path);
        TensorFile expected = TensorFile.Vectors<T>("weights"), saved = new(path);
        Assert.Equal(names, saved.Names);
        Assert.Equal([16, 12], saved.Shape("dense1.weight"));
        Assert.All(names, name => Assert.Equal(expected.Shape(name), saved.Shape(name)));
        Assert.All(names, name => Assert.Equal(expected.Read<T>(name), saved.Read<T>(name)));
    }
}
