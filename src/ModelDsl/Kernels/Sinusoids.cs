using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>Sines and cosines of positions (Vaswani et al. 2017, section 3.5).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sinusoids
{
    private const double Base = 10000;

    /// <summary>sin(t / 10000^(2i/c)) and cos(t / 10000^(2i/c)) at features 2i and 2i + 1 of position t, row after row.</summary>
    /// <param name="length">The number of positions.</param>
    /// <param name="width">c, the number of features, which is even.</param>
    public static double[] Table(int length, int width)
    {
        double[] table = new double[checked(length * width)];
        for (int i = 0; i < table.Length; i += 2)
        {
            double angle = i / width * Math.Pow(Base, -(double)(i % width) / width);
            (table[i], table[i + 1]) = Math.SinCos(angle);
        }

        return table;
    }
}
