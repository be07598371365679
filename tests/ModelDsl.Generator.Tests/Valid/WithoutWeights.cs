// A model that only arranges its input anew.
using ModelDsl;

[Model, Input(4, 3), Flatten]
public partial class Net;
