// Features without an order.
using ModelDsl;

[Model, Input(8), TimeReverse, Dense(1)]
//                ^^^^^^^^^^^
// MDSL2008: TimeReverse needs (length, channels), but its input is (8).
// Remove it: without steps there is no order to reverse.
// mend: Remove TimeReverse
public partial class Net;
