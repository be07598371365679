namespace ModelDsl;

/// <summary>How precision, recall and F1 of several classes become one number.</summary>
public enum Averaging
{
    /// <summary>The plain mean over the classes that occur among the labels or the predictions.</summary>
    Macro,

    /// <summary>From the counts of all classes together. With one label per example all three equal the accuracy.</summary>
    Micro,

    /// <summary>The mean over the classes, weighted by how many examples have the class as their label.</summary>
    Weighted,
}
