// Two examples, two predictions.
using ModelDsl;

public static class Program
{
    public static void Run(Price price)
    {
        price.Predict(new float[8], new float[1]);
//                                  ^^^^^^^^^^^^
// MDSL3009: Predict: outputs has 1 number, but 2 examples of Price have 2 predictions, 1 each.
// Make it 2 long.
    }
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
