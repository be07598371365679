// A model that others derive from, with an interface.
using ModelDsl;

namespace A.B
{
    [Model, Input(4), Dense(1), MeanSquaredErrorLoss]
    abstract partial class Net : System.IDisposable
    {
        public void Dispose()
        {
        }
    }
}
