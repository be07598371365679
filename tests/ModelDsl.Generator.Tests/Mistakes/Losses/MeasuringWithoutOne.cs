// Nor can it be measured.
using ModelDsl;

public static class Program
{
    public static void Measure(Classifier classifier, Dataset<float> data) => classifier.Evaluate(data);
//                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL3008: Evaluate: Classifier has no loss, so there is nothing to minimise or to measure.
// End its attributes with one, such as [CrossEntropyLoss].
// mend: Insert [CrossEntropyLoss] in Classifier
}

[Model, Input(4), Dense(3), Softmax]
public sealed partial class Classifier;
