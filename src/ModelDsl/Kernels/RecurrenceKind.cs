using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The cells of recurrent layers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum RecurrenceKind
{
    /// <summary>h' = tanh(x + h·W + b) (Elman 1990).</summary>
    RNN,

    /// <summary>h' = max(0, x + h·W + b).</summary>
    ReLURNN,

    /// <summary>Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997; Gers et al. 2000).</summary>
    LSTM,

    /// <summary>Gated recurrent unit (Cho et al. 2014), with the reset gate applied after the product, as PyTorch and cuDNN have it.</summary>
    GRU,
}
