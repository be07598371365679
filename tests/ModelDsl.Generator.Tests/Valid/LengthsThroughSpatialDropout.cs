// Dropout of a channel is the same at each step.
using ModelDsl;

[Model, TokenInput(6, Lengths = true), Embedding(7, 4), SpatialDropout(0.2), GRU(4), LastStep, Dense(3), Softmax, CrossEntropyLoss]
public partial class Net;
