// Two tables side by side.
using ModelDsl;

[Block, Embedding(7, 4)]
public class Words;

[Block, Embedding(7, 4), Tanh]
public class LivelyWords;

[Model, TokenInput(8), Concatenate<Words, LivelyWords>, LSTM(5), Dense(2), MeanSquaredErrorLoss]
public partial class Net;
