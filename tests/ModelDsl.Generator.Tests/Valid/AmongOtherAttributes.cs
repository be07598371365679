// Other attributes may stand between.
using ModelDsl;

[System.Obsolete, Model, System.Serializable, Input(4), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
