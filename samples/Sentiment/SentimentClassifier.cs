using ModelDsl;

namespace Sentiment;

/// <summary>100 patterns of three words in a row; of each, how well its best place fits.</summary>
[Block, Conv1D(100, 3, Padding = Padding.Same), ReLU, GlobalMaxPool]
public sealed class Words3;

/// <summary>100 patterns of four words in a row.</summary>
[Block, Conv1D(100, 4, Padding = Padding.Same), ReLU, GlobalMaxPool]
public sealed class Words4;

/// <summary>100 patterns of five words in a row.</summary>
[Block, Conv1D(100, 5, Padding = Padding.Same), ReLU, GlobalMaxPool]
public sealed class Words5;

/// <summary>
/// The probability that a sentence of at most 56 words is favourable: CNN-rand of Kim (2014), "Convolutional neural networks for sentence classification",
/// with 64 features of a word in place of 300, and one output in place of two.
/// </summary>
[Model]
[TokenInput(56), Embedding(Words.MostIds, 64, PaddingIndex = Words.Padding, InitialValue = 0.05)]
[Concatenate<Words3, Words4, Words5>]
[Dropout(0.5), Dense(1), Sigmoid]
[BinaryCrossEntropyLoss]
public sealed partial class SentimentClassifier;
