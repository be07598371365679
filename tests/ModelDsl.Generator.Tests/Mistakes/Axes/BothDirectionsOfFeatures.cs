// What has no steps has no other direction.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Summed;

[Model, Input(8, 3), LSTM(4), LastStep, Bidirectional<Summed>, Dense(1)]
//                                      ^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: Bidirectional needs (length, channels), but its input is (4).
// Move [LastStep] behind it.
// mend: Move LastStep behind Bidirectional<Summed>
public partial class Net;
