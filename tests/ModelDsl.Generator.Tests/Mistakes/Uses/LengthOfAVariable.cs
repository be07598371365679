// The length stands where the variable is declared.
using ModelDsl;

public static class Program
{
    public static void Run(Price price)
    {
        float[] features = [5.1f, 3.5f, 1.4f];
        price.Predict(features);
//                    ^^^^^^^^
// MDSL3009: Predict: inputs has 3 numbers, but an example of Price has 4.
// Pass a multiple of 4, one example behind the other.
    }
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
