// Permute counts the axes of an example from 1, as Keras does.
using ModelDsl;

[Model, Input(4, 3), Permute(1, 0), LSTM(8), LastStep, Dense(1)]
//                           ^^^^
// MDSL2012: Permute: (1, 0) is no order of the 2 axes of its input (4, 3).
// Write each number from 1 to 2 once, such as Permute(2, 1).
// mend: Use 2, 1
public partial class Net;
