// Nor can a trainer take a step.
using ModelDsl;

public static class Program
{
    public static Trainer<float> Start(Detector detector) => new(detector, new Adam(0.001));
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL3008: Trainer: Detector has no loss, so there is nothing to minimise or to measure.
// End its attributes with one, such as [BinaryCrossEntropyLoss].
// mend: Insert [BinaryCrossEntropyLoss] in Detector
}

[Model, Input(4), Dense(1), Sigmoid]
public sealed partial class Detector;
