using ModelDsl;

namespace Digits;

/// <summary>The networks that the command line knows by name.</summary>
internal static class Networks
{
    /// <summary>The convolutional network.</summary>
    public const string Convolutional = "cnn";

    /// <summary>The multilayer perceptron.</summary>
    public const string Perceptron = "mlp";

    /// <summary>A network with fresh weights.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Chooses the weights.</param>
    public static Model<float> Create(string name, long seed) => name == Perceptron ? new DigitPerceptron(seed) : new DigitClassifier(seed);
}
