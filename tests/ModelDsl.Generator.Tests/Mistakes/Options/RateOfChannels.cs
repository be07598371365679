// Dropping whole channels.
using ModelDsl;

[Model, Input(8, 8, 2), SpatialDropout(1), Flatten, Dense(3)]
//                                     ^
// MDSL2005: SpatialDropout: the rate is 1, but it is a probability in [0, 1).
// Use 0.2.
// mend: Use 0.2
public partial class Net;
