namespace ModelDsl.Text;

/// <summary>The file of a vocabulary is damaged, or holds something else.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">What was thrown while reading, if anything.</param>
public sealed class VocabularyFileException(string message, Exception? innerException = null) : IOException(message, innerException);
