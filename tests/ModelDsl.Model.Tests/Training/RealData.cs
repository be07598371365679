using System.Globalization;
using System.IO.Compression;
using ModelDsl.CompiledTests.Models;
using ModelDsl.CompiledTests.Support;

namespace ModelDsl.CompiledTests.Training;

public sealed class RealData
{
    private const int Digits = 8000;
    private const int TrainedDigits = 6400;

    [DataFact("iris.csv")]
    public void Irises_are_recognised()
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(DataFactAttribute.Folder, "iris.csv")).Where(line => line.Length > 0).Select(line => line.Split(','))];
        string[] species = [.. rows.Select(row => row[4]).Distinct()];
        float[] features = [.. rows.SelectMany(row => row[..4].Select(value => float.Parse(value, CultureInfo.InvariantCulture)))];
        int[] labels = [.. rows.Select(row => Array.IndexOf(species, row[4]))];
        Assert.Equal(150, labels.Length);
        Standardize(features, width: 4);

        // Every third flower of each species is kept for the test.
        int[] test = [.. Enumerable.Range(0, 150).Where(i => i % 3 == 0)], training = [.. Enumerable.Range(0, 150).Except(test)];
        Dataset<float> data = Dataset.Create(features, labels);
        IrisModel model = new(seed: 1);
        model.Fit(data.Subset(training), new Adam(0.01), new TrainingOptions { Epochs = 100, BatchSize = 16, Seed = 1 });
        float[] unseen = [.. test.SelectMany(i => features[(4 * i)..((4 * i) + 4)])];
        Assert.InRange(Learning.Accuracy(model.Predict(unseen), [.. test.Select(i => labels[i])]), 0.95, 1);
    }

    [DataFact("mnist-8k-images-idx3-ubyte.gz")]
    public void Handwritten_digits_are_recognised() => Assert.InRange(DigitAccuracy(new MnistModel(seed: 1), epochs: 6, learningRate: 0.001), 0.94, 1);

    [DataFact("mnist-8k-images-idx3-ubyte.gz")]
    public void Handwritten_digits_are_recognised_by_convolutions() => Assert.InRange(DigitAccuracy(new SmallDigitClassifier(seed: 1), epochs: 3, learningRate: 0.004), 0.95, 1);

    private static double DigitAccuracy(Model<float> model, int epochs, double learningRate)
    {
        float[] pixels = Array.ConvertAll(Unzip("mnist-8k-images-idx3-ubyte.gz", header: 16), value => value / 255f);
        int[] labels = Array.ConvertAll(Unzip("mnist-8k-labels-idx1-ubyte.gz", header: 8), value => (int)value);
        Assert.Equal((Digits * 784, Digits), (pixels.Length, labels.Length));
        Dataset<float> data = Dataset.Create(pixels, labels);
        model.Fit(data.Subset(..TrainedDigits), new Adam(learningRate), new TrainingOptions { Epochs = epochs, BatchSize = 64, Seed = 1 });
        return Learning.Accuracy(model.Predict(pixels[(TrainedDigits * 784)..]), labels[TrainedDigits..]);
    }

    private static void Standardize(float[] features, int width)
    {
        for (int column = 0; column < width; column++)
        {
            float[] values = [.. features.Where((_, i) => i % width == column)];
            float mean = values.Average(), deviation = MathF.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            for (int i = column; i < features.Length; i += width)
            {
                features[i] = (features[i] - mean) / deviation;
            }
        }
    }

    private static byte[] Unzip(string file, int header)
    {
        using GZipStream stream = new(File.OpenRead(Path.Combine(DataFactAttribute.Folder, file)), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray()[header..];
    }
}
