// Identity hands ids on to an embedding.
using ModelDsl;

[Model, TokenInput(8), Identity, Embedding(11, 8), GRU(Width.Same), Dense(11), Softmax, CrossEntropyLoss(IgnoreIndex = Dataset.Ignored)]
public partial class Net;
