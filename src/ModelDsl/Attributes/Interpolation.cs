namespace ModelDsl;

/// <summary>How the pixels between pixels are found when an image is enlarged.</summary>
public enum Interpolation
{
    /// <summary>Each is a copy of the nearest one.</summary>
    Nearest,

    /// <summary>
    /// The four around it, weighted by their distances along both axes; pixel i of the large image stands at (i + ½) / factor − ½ of the small one, and
    /// beyond its outermost pixels these are repeated (PyTorch's <c>align_corners=False</c>).
    /// </summary>
    Bilinear,
}
