// One label for each example.
using ModelDsl;

public static class Program
{
    public static void Run(Digits digits)
    {
        Trainer<float> trainer = new(digits, new SGD(0.1));
        trainer.Step(new float[1568], new int[3]);
//                                    ^^^^^^^^^^
// MDSL3009: Step: labels has 3 numbers, but 2 examples of Digits have 2 labels, 1 each.
// Make it 2 long.
    }
}

[Model, Input(28, 28, 1), Flatten, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class Digits;
