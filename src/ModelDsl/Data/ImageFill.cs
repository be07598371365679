namespace ModelDsl;

/// <summary>What stands where an augmentation moved no pixel of the image to.</summary>
public enum ImageFill
{
    /// <summary>Bytes of 0: black.</summary>
    Zero,

    /// <summary>The nearest pixel of the image's edge: a a a | a b c d | d d d.</summary>
    Edge,

    /// <summary>The image mirrored at its edge: c b a | a b c d | d c b.</summary>
    Reflect,
}
