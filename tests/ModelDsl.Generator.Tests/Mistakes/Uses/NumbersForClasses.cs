// Classes are ints.
using ModelDsl;

public static class Program
{
    public static void Run(Digits digits, float[] features, float[] targets)
    {
        digits.Fit(Dataset.Create(features, targets), new Adam(0.001));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL3010: Fit: Digits learns from class indices, as CrossEntropyLoss asks, not from target values.
// Give the class of each example as an int: labels, an int[].
    }
}

[Model, Input(28, 28, 1), Flatten, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class Digits;
