// A tower of ids beside one of values.
using ModelDsl;

[Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool]
public class Words;

[Block, Input(4), Dense(4)]
public class Values;

[Model, Dot<Words, Values>, Sigmoid, BinaryCrossEntropyLoss]
public partial class Net;
