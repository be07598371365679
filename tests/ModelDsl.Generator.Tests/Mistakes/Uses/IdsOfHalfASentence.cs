// Ids come in whole sentences.
using ModelDsl;

public static class Program
{
    public static void Run(Words words)
    {
        words.Predict(new int[12]);
//                    ^^^^^^^^^^^
// MDSL3009: Predict: tokens has 12 numbers, but an example of Words has 8.
// Pass a multiple of 8, one example behind the other.
    }
}

[Model, TokenInput(8), Embedding(11, 4), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class Words;
