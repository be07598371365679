// A step that has been taken already.
using ModelDsl;

[Model, Input(48, 3), LSTM(16), LastStep, LastStep, Dense(1)]
//                                        ^^^^^^^^
// MDSL2008: LastStep needs (length, channels), but its input is (16).
// Remove it: without steps there is no last one.
// mend: Remove LastStep
public partial class Net;
