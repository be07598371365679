// An image has 784 pixels.
using ModelDsl;

public static class Program
{
    public static void Run(Digits digits)
    {
        digits.Predict(new float[783]);
//                     ^^^^^^^^^^^^^^
// MDSL3009: Predict: inputs has 783 numbers, but an example of Digits has 784, (28, 28, 1).
// Pass a multiple of 784, one example behind the other.
    }
}

[Model, Input(28, 28, 1), Flatten, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class Digits;
