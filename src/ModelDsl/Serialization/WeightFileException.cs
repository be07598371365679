namespace ModelDsl;

/// <summary>A weight file is damaged or does not belong to the model. The model is unchanged.</summary>
/// <param name="message">What is wrong, naming the tensor and both shapes where there are any.</param>
/// <param name="innerException">What was thrown while reading, if anything.</param>
public sealed class WeightFileException(string message, Exception? innerException = null) : IOException(message, innerException);
