// Features without positions.
using ModelDsl;

[Model, Input(8), SinusoidalPositions, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^
// MDSL2008: SinusoidalPositions needs (length, channels), but its input is (8).
// Remove it: without steps there is no position.
// mend: Remove SinusoidalPositions
public partial class Net;
