// The smallest model.
using ModelDsl;

[Model, Input(1), Dense(1)]
public partial class Net;
