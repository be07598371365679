// Features without a last one.
using ModelDsl;

[Model, Input(8), LastStep, Dense(1)]
//                ^^^^^^^^
// MDSL2008: LastStep needs (length, channels), but its input is (8).
// Remove it: without steps there is no last one.
// mend: Remove LastStep
public partial class Net;
