// The input stands where it was thought of.
using ModelDsl;

[Model, Dense(1), Input(4), MeanSquaredErrorLoss]
//                ^^^^^^^^
// MDSL2002: Input stands after Dense.
// Move it to the front: the layers are read in source order.
// mend: Move Input to the front
public partial class Net;
