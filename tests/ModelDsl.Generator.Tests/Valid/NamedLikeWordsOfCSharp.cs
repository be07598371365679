// Names that C# has a meaning for.
using ModelDsl;

namespace @event
{
    [Model, Input(4), Dense(1), MeanSquaredErrorLoss]
    partial class @class;
}
