using System.Numerics;

namespace ModelDsl.Tests.Kernels;

/// <summary>
/// A number of about 190 significant bits, <paramref name="Mantissa"/> × 2^<paramref name="Exponent"/>, without limits to its exponent, and the elementary
/// functions of such numbers: what functions in double precision are compared with.
/// </summary>
internal readonly record struct Precise(BigInteger Mantissa, int Exponent)
{
    private const int Bits = 192;

    private static readonly Precise One = From(1), Two = From(2), Half = From(0.5);

    /// <summary>2 artanh(⅓).</summary>
    private static readonly Precise Ln2 = LogarithmOfTwo();

    /// <summary>6 arcsin(½), by its series.</summary>
    private static readonly Precise Pi = ArcSineOfHalf() * From(6);

    private static readonly Precise RootOf2Pi = (Two * Pi).Root();

    /// <summary>The value of a finite number, exactly.</summary>
    internal static Precise From(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & ((1L << 52) - 1);
        Precise magnitude = exponent == 0 ? new(mantissa, -1074) : new(mantissa | (1L << 52), exponent - 1075);
        return value < 0 ? -magnitude : magnitude;
    }

    /// <summary>How many units in the last place of a type of <paramref name="digits"/> binary digits, of which the smallest number is 2^<paramref name="smallest"/>, another number is away from this.</summary>
    internal double UnitsTo(double other, int digits, int smallest)
    {
        int last = Math.Max(Exponent + (int)BigInteger.Abs(Mantissa).GetBitLength() - digits, smallest);
        Precise difference = this - From(other);
        return Math.Abs(new Precise(difference.Mantissa, difference.Exponent - last).ToDouble());
    }

    internal double ToDouble()
    {
        int excess = Math.Max(0, (int)Mantissa.GetBitLength() - 64);
        return Math.ScaleB((double)(Mantissa >> excess), Exponent + excess);
    }

    public static Precise operator -(Precise value) => new(-value.Mantissa, value.Exponent);

    public static Precise operator +(Precise left, Precise right)
    {
        int exponent = Math.Min(left.Exponent, right.Exponent);
        return Round((left.Mantissa << (left.Exponent - exponent)) + (right.Mantissa << (right.Exponent - exponent)), exponent);
    }

    public static Precise operator -(Precise left, Precise right) => left + -right;

    public static Precise operator *(Precise left, Precise right) => Round(left.Mantissa * right.Mantissa, left.Exponent + right.Exponent);

    public static Precise operator /(Precise left, Precise right)
    {
        int shift = Math.Max(0, Bits + (int)right.Mantissa.GetBitLength() - (int)left.Mantissa.GetBitLength());
        return Round((left.Mantissa << shift) / right.Mantissa, left.Exponent - shift - right.Exponent);
    }

    internal static Precise Exp(Precise x)
    {
        int n = (int)Math.Round(x.ToDouble() / Math.Log(2));
        Precise r = Scale(x - (From(n) * Ln2), -8), sum = One;
        for (int k = 20; k > 0; k--)
        {
            sum = One + (r * sum / From(k));
        }

        for (int k = 0; k < 8; k++)
        {
            sum *= sum;
        }

        return Scale(sum, n);
    }

    /// <summary>A logarithm in double precision is put right by ln(x e^−y), which is small.</summary>
    internal static Precise Log(Precise x)
    {
        int n = x.Exponent + (int)x.Mantissa.GetBitLength();
        Precise y = From(Math.Log(Scale(x, -n).ToDouble())) + (From(n) * Ln2);
        return y + LogOfOnePlusSmall((x * Exp(-y)) - One);
    }

    internal static Precise Log1P(Precise x) => x.IsSmall ? LogOfOnePlusSmall(x) : Log(One + x);

    internal static Precise Tanh(Precise x)
    {
        Precise twice = Two * x, m = twice.IsSmall ? twice + (twice * twice * Half) + (twice * twice * twice / From(6)) : Exp(twice) - One;
        return m / (m + Two);
    }

    internal static Precise Sigmoid(Precise x) => One / (One + Exp(-x));

    internal static Precise Softplus(Precise x) => Log1P(Exp(x));

    /// <summary>φ(x) = e^(−x²/2) / √(2π).</summary>
    internal static Precise NormalPdf(Precise x) => Exp(x * x * -Half) / RootOf2Pi;

    /// <summary>Near 0 by the series of the integral of φ, of which all terms have one sign; further out by Laplace's continued fraction.</summary>
    internal static Precise NormalCdf(Precise x)
    {
        double a = Math.Abs(x.ToDouble());
        Precise magnitude = x.Mantissa.Sign < 0 ? -x : x;
        if (a < 4)
        {
            Precise term = magnitude, sum = magnitude;
            for (int k = 1; k < 150; k++)
            {
                term = term * magnitude * magnitude / From((2 * k) + 1);
                sum += term;
            }

            Precise inner = NormalPdf(x) * sum;
            return x.Mantissa.Sign < 0 ? Half - inner : Half + inner;
        }

        Precise fraction = magnitude;
        for (int k = 100; k > 0; k--)
        {
            fraction = magnitude + (From(k) / fraction);
        }

        Precise tail = NormalPdf(x) / fraction;
        return x.Mantissa.Sign < 0 ? tail : One - tail;
    }

    private bool IsSmall => Mantissa.IsZero || Exponent + Mantissa.GetBitLength() < -48;

    private static Precise LogOfOnePlusSmall(Precise x) => x - (x * x * Half) + (x * x * x / From(3)) - (x * x * x * x / From(4));

    private static Precise Scale(Precise x, int exponent) => new(x.Mantissa, x.Exponent + exponent);

    private static Precise LogarithmOfTwo()
    {
        Precise power = Two / From(3), sum = power;
        for (int k = 1; k < 62; k++)
        {
            power /= From(9);
            sum += power / From((2 * k) + 1);
        }

        return sum;
    }

    private static Precise ArcSineOfHalf()
    {
        Precise term = Half, sum = Half;
        for (int k = 1; k < 100; k++)
        {
            term = term * From((2 * k) - 1) / From(8 * k);
            sum += term / From((2 * k) + 1);
        }

        return sum;
    }

    private Precise Root()
    {
        Precise root = From(Math.Sqrt(ToDouble()));
        for (int k = 0; k < 3; k++)
        {
            root = (root + (this / root)) * Half;
        }

        return root;
    }

    private static Precise Round(BigInteger mantissa, int exponent)
    {
        int excess = Math.Max(0, (int)mantissa.GetBitLength() - Bits);
        return new(excess == 0 ? mantissa : mantissa >> excess, exponent + excess);
    }
}
