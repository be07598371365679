// A model with a loss is trained.
using ModelDsl;

public static class Program
{
    public static void Train(Price price, Dataset<float> data) => price.Fit(data, new Adam(0.001));
}

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public sealed partial class Price;
