namespace ModelDsl;

/// <summary>How a layer's parameters start. Draws are a function of the model's seed and the parameter's place alone.</summary>
public enum Initializer
{
    /// <summary>Uniform in ±√(6 / (fan-in + fan-out)); Glorot and Bengio 2010, equation 16. The default of weights.</summary>
    GlorotUniform,

    /// <summary>Normal with variance 2 / (fan-in + fan-out); Glorot and Bengio 2010, equation 12.</summary>
    GlorotNormal,

    /// <summary>Uniform in ±√(6 / fan-in); He et al. 2015, equation 10.</summary>
    HeUniform,

    /// <summary>Normal with variance 2 / fan-in; He et al. 2015, equation 10.</summary>
    HeNormal,

    /// <summary>All zero. The default of biases.</summary>
    Zeros,

    /// <summary>All the value that the layer names beside it.</summary>
    Constant,

    /// <summary>Normal with mean 0 and, as its standard deviation, the value that the layer names beside it.</summary>
    Normal,
}
