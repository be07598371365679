// What is read must not be written.
using ModelDsl;

public static class Program
{
    public static void Run(Price price)
    {
        float[] values = new float[4];
        price.Predict(values, values);
//                            ^^^^^^
// MDSL3009: Predict: inputs and outputs are the same array, which would be overwritten while it is read.
// Pass another array for outputs.
    }
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
