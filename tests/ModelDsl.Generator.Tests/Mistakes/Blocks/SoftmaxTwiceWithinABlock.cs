// The rules of order hold in blocks too.
using ModelDsl;

[Block, Softmax, Softmax]
public class Twice;

[Model, Input(4), Dense(4), Residual<Twice>, Dense(1)]
//                          ^^^^^^^^^^^^^^^
// MDSL3005: Softmax stands twice; the second makes all classes nearly equal.
// Remove one.
// It is in Twice.
// mend: Remove Softmax in Twice
public partial class Net;
