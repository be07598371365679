// And by their whole names.
using ModelDsl;

[ModelAttribute, InputAttribute(4), DenseAttribute(1), MeanSquaredErrorLossAttribute]
public partial class Net;
