// A block that looks ids up, behind measurements.
using ModelDsl;

[Block, Embedding(7, 4)]
public class Words;

[Block, Embedding(7, 4), Tanh]
public class LivelyWords;

[Model, Input(5), Add<Words, LivelyWords>, LastStep, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2018: Embedding looks up ids, but its input (5) is values.
// Start with [TokenInput(…)], or use Dense for values.
// It is in Words.
public partial class Net;
