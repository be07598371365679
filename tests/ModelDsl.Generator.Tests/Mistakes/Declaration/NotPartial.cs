// The compiler adds the other part of a model.
using ModelDsl;

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public class Net;
//           ^^^
// MDSL1001: Net is not partial, so the compiler cannot add Fit and Predict to it.
// Make it partial.
// mend: Make it partial
