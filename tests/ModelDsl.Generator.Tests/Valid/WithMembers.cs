// A model with members, and a constant of its own as a size.
using ModelDsl;

[Model, Input(Net.Features), Dense(1), MeanSquaredErrorLoss]
public partial class Net
{
    public const int Features = 4;

    public float Price(float[] features) => Predict(features)[0];
}
