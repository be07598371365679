// A model without a loss predicts, but cannot be trained.
using ModelDsl;

public static class Program
{
    public static void Train(Price price, Dataset<float> data) => price.Fit(data, new Adam(0.001));
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL3008: Fit: Price has no loss, so there is nothing to minimise or to measure.
// End its attributes with one, such as [MeanSquaredErrorLoss].
// mend: Insert [MeanSquaredErrorLoss] in Price
}

[Model, Input(4), Dense(1)]
public sealed partial class Price;
