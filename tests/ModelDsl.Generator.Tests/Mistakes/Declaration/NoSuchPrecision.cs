// A number that is no precision.
using ModelDsl;

[Model(Precision = (Precision)7), Input(4), Dense(1)]
//                 ^^^^^^^^^^^^
// MDSL2007: Model: Precision is no member of its enum.
// Use Precision.Single or Precision.Double.
// mend: Use Precision.Single
public partial class Net;
