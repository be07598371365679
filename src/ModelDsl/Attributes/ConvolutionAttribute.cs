using System.ComponentModel;

namespace ModelDsl;

/// <summary>What convolutions have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvolutionAttribute : WindowAttribute
{
    /// <summary>How far the window moves from one output to the next, at least 1; 1 by default.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How far apart the elements are that the window reads, at least 1; 1 by default: neighbours.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Whether a bias is added to each filter; true by default.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start; <see cref="Initializer.GlorotUniform"/> by default. The fans count the elements of the window.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>The value of the weights under <see cref="Initializer.Constant"/>; 0 by default.</summary>
    public double InitialValue { get; set; }

    /// <summary>How the bias starts; <see cref="Initializer.Zeros"/> by default.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The value of the bias under <see cref="Initializer.Constant"/>; 0 by default.</summary>
    public double BiasValue { get; set; }

    private protected ConvolutionAttribute()
    {
    }
}
