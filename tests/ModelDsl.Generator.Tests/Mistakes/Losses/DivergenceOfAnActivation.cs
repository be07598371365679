// A divergence is between distributions.
using ModelDsl;

[Model, Input(4), Dense(3), ReLU, KLDivergenceLoss]
//                                ^^^^^^^^^^^^^^^^
// MDSL3003: KLDivergenceLoss is defined on probabilities from Softmax, but it follows ReLU with output (3).
// Use Softmax in place of ReLU.
// mend: Replace ReLU by Softmax
public partial class Net;
