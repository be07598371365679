// A dataset of a model has whole examples.
using ModelDsl;

public static class Program
{
    public static void Run(Price price, float[] targets)
    {
        price.Fit(Dataset.Create(new float[10], targets), new Adam(0.001));
//                               ^^^^^^^^^^^^^
// MDSL3009: Dataset.Create: features has 10 numbers, but an example of Price has 4.
// Pass a multiple of 4, one example behind the other.
    }
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
