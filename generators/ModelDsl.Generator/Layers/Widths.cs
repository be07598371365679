using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Numbers of units or filters, some of which follow from the input: the library's class <c>Width</c>, constant for constant.</summary>
internal static class Widths
{
    private const int Same = int.MinValue + 1;
    private const int Twice = int.MinValue + 2;
    private const int Half = int.MinValue + 3;
    private const int FourTimes = int.MinValue + 4;

    /// <summary>The number that an argument means behind an input.</summary>
    public static int Of(LayerSpec spec, string argument, Shape input) => (int)Resolve(spec.Get(argument, 0), input);

    /// <summary>The constant that a number stands for, as it is written; null for any other number.</summary>
    public static string? ConstantOf(int width) => width switch
    {
        Same => "Width.Same",
        Twice => "Width.Twice",
        Half => "Width.Half",
        FourTimes => "Width.FourTimes",
        _ => null,
    };

    /// <summary>Whether an argument gives a layer at least one element, and a whole number of them; a report where it does not.</summary>
    public static bool IsValid(LayerContext context, string argument)
    {
        int written = context.Spec.Get(argument, 0), columns = context.Input.Columns;
        long width = Resolve(written, context.Input);
        if (width < 1 && written != Half)
        {
            context.Report(RuleIds.NonPositiveSize, $"{context.Spec.Kind}: {written} {argument}, but a layer has at least 1.\nUse a positive number.", argument, $"set {(written < 0 ? -(long)written : 1)}");
            return false;
        }

        if (written == Half && columns % 2 != 0)
        {
            context.Report(RuleIds.NotDivisible, $"{context.Spec.Kind}: Width.Half of {context.Input} is no whole number, for {columns} is odd.\nWrite the number of {argument}, or make the input's last axis even.", argument, $"set {(columns + 1) / 2}");
            return false;
        }

        if (width > int.MaxValue)
        {
            context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: {ConstantOf(written)} of {context.Input} are {width} {argument}, more than the {int.MaxValue} that are possible.\nUse smaller sizes.", argument);
            return false;
        }

        return true;
    }

    private static long Resolve(int width, Shape input) => width switch
    {
        Same => input.Columns,
        Twice => 2L * input.Columns,
        Half => input.Columns / 2,
        FourTimes => 4L * input.Columns,
        _ => width,
    };
}
