namespace ModelDsl;

/// <summary>The element type that a model computes in.</summary>
public enum Precision
{
    /// <summary><see cref="float"/>, the default.</summary>
    Single,

    /// <summary><see cref="double"/>: the same model, for scientific use and for checking gradients.</summary>
    Double,
}
