// A method that only shares its name with training.
using ModelDsl;

[Model, Input(4), Dense(1)]
public sealed partial class Price
{
    public void Evaluate() => Evaluate();
}
