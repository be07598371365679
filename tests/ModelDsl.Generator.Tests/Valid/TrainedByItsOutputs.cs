// Outputs have losses of their own.
using ModelDsl;

public static class Program
{
    public static void Train(Price price, Dataset<float> data) => price.Fit(data, new Adam(0.001));
}

[Block, Dense(1), HuberLoss]
public class Head;

[Model, Input(4), Dense(8), ReLU, Output<Head>]
public sealed partial class Price;
