// Two tables for the same ids, the first of which is shared.
using ModelDsl;

[Block, Embedding(7, 4)]
public class Words;

[Block, Embedding(7, 4), Tanh]
public class LivelyWords;

[Model, TokenInput(8), Add<Words, LivelyWords>, TiedDense, Softmax, CrossEntropyLoss]
public partial class Net;
