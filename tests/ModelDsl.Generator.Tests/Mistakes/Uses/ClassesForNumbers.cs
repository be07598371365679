// A price is a number, not a class.
using ModelDsl;

public static class Program
{
    public static void Run(Price price, float[] features, int[] labels)
    {
        var data = Dataset.Create(features, labels);
        price.Evaluate(data);
//                     ^^^^
// MDSL3010: Evaluate: Price learns from target values, as MeanSquaredErrorLoss asks, not from class indices.
// Give them as numbers of the features' type: targets, one prediction's worth for each example.
    }
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
