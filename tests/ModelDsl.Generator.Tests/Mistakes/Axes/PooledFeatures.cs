// Features without an axis to average over.
using ModelDsl;

[Model, Input(48), Dense(8), ReLU, GlobalAveragePool, Dense(1)]
//                                 ^^^^^^^^^^^^^^^^^
// MDSL2008: GlobalAveragePool needs axes before the channels, as in (height, width, channels), but its input is (8).
// Remove it: there is nothing to average.
// mend: Remove GlobalAveragePool
public partial class Net;
