namespace ModelDsl;

/// <summary>
/// Numbers of units or filters that follow from the size of the input's last axis, so that a block fits wherever it stands: <c>Dense(Width.FourTimes)</c>,
/// <c>Conv2D(Width.Twice, 3)</c>.
/// </summary>
public static class Width
{
    /// <summary>As many as the input's last axis has.</summary>
    public const int Same = int.MinValue + 1;

    /// <summary>Two times as many.</summary>
    public const int Twice = int.MinValue + 2;

    /// <summary>Half as many; the input's has to be even.</summary>
    public const int Half = int.MinValue + 3;

    /// <summary>Four times as many.</summary>
    public const int FourTimes = int.MinValue + 4;
}
