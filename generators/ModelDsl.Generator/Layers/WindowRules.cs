using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The rules of windows: one place for the faults of kernels, strides, dilations and paddings.</summary>
internal static class WindowRules
{
    /// <summary>Whether a convolution's window slides over its input; advice where it never reads some of it.</summary>
    public static bool CheckConvolution(LayerContext context, WindowOptions window)
    {
        if (!CheckOptions(context, window) || !Fits(context, window))
        {
            return false;
        }

        AdviseOnUnread(context, window);
        return true;
    }

    /// <summary>Whether a pooling's window slides over its input. What remains at the end is left out, as everybody expects of poolings.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="window">Its options.</param>
    /// <param name="longest">The most elements that a window may have.</param>
    public static bool CheckPool(LayerContext context, WindowOptions window, int longest)
    {
        if (!CheckOptions(context, window) || !Fits(context, window))
        {
            return false;
        }

        foreach (WindowAxis axis in window.Axes.Where(axis => axis.Padding == PaddingKind.Explicit && axis.PaddingSize.Value >= axis.Kernel.Value))
        {
            context.Report(RuleIds.BadArgument, $"{context.Spec.Kind}: a padding of {axis.PaddingSize.Value} leaves windows of {axis.Kernel.Value} without an element of the map.\nUse less than {axis.Kernel.Value}.", axis.PaddingSize.Argument, $"set {axis.Kernel.Value / 2}");
            return false;
        }

        long elements = window.Axes.Aggregate(1L, (product, axis) => product * axis.Kernel.Value);
        if (elements > longest)
        {
            context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: a window of {elements} elements has more than the {longest} places that are told apart.\nUse a smaller window, or several poolings one after the other.");
            return false;
        }

        return true;
    }

    /// <summary>Whether all numbers are in their range, whatever the map.</summary>
    public static bool CheckOptions(LayerContext context, WindowOptions window) =>
        window.Axes.All(axis =>
            IsPositive(context, axis.Kernel, $"its window has at least 1 element along the {axis.Name}")
            && IsPositive(context, axis.Stride, $"its window moves by at least 1 along the {axis.Name}")
            && IsPositive(context, axis.Dilation, $"what its window reads is at least 1 apart along the {axis.Name}"))
        && HasPadding(context, window);

    /// <summary>Whether an output's sizes are numbers that fit.</summary>
    public static bool CheckOutput(LayerContext context, IEnumerable<long> sizes)
    {
        foreach (long size in sizes.Where(size => size > int.MaxValue))
        {
            context.Report(RuleIds.TooLarge, $"{context.Spec.Kind}: an axis of {size} elements is longer than the {int.MaxValue} that are possible.\nUse smaller sizes.");
            return false;
        }

        return true;
    }

    private static bool IsPositive(LayerContext context, Option option, string need)
    {
        if (option.Value >= 1)
        {
            return true;
        }

        context.Report(RuleIds.NonPositiveSize, $"{context.Spec.Kind}: {option.Argument} is {option.Value}, but {need}.\nUse a positive number.", option.Argument, $"set {(option.Value < 0 ? -(long)option.Value : 1)}");
        return false;
    }

    private static bool HasPadding(LayerContext context, WindowOptions window)
    {
        string layer = context.Spec.Kind;
        foreach (WindowAxis axis in window.Axes)
        {
            (Option size, PaddingKind kind) = (axis.PaddingSize, axis.Padding);
            if (kind is < PaddingKind.Valid or > PaddingKind.Explicit)
            {
                context.Report(RuleIds.BadArgument, $"{layer}: Padding is {(int)kind}, which is no member of its enum.\nUse Padding.Valid, Padding.Same or Padding.Explicit.", "Padding", "set Padding.Same");
                return false;
            }

            if (size.Value < 0)
            {
                context.Report(RuleIds.BadArgument, $"{layer}: {size.Argument} is {size.Value}, but padding is at least 0.\nUse 0, or a positive number.", size.Argument, "set 0");
                return false;
            }

            if (kind != PaddingKind.Explicit && size.Value > 0)
            {
                context.Report(RuleIds.BadArgument, $"{layer}: {size.Argument} is only used by Padding.Explicit, but Padding is {kind}.\nRemove one of the two.", size.Argument, "drop");
                return false;
            }
        }

        return true;
    }

    private static bool Fits(LayerContext context, WindowOptions window)
    {
        foreach (WindowAxis axis in window.Axes.Where(axis => axis.Output < 1))
        {
            string dilated = axis.Dilation.Value > 1 ? $" spread over {window.Sizes(a => a.Span)}" : string.Empty;
            string padded = axis.Available > axis.Size ? ", not even with its padding" : string.Empty;
            (string advice, string remedy) = Smaller(context, window, axis);
            context.Report(
                RuleIds.WindowTooLarge,
                $"{context.Spec.Kind}: its window of {window.Sizes(a => a.Kernel.Value)}{dilated} does not fit into {context.Input}{padded}.\n{advice}",
                axis.Kernel.Argument,
                remedy);
            return false;
        }

        return CheckOutput(context, window.Axes.Select(axis => axis.Output));
    }

    /// <summary>The largest window that fits: one size for several axes has to fit all of them. A pooling of single elements does nothing.</summary>
    private static (string Advice, string Remedy) Smaller(LayerContext context, WindowOptions window, WindowAxis axis)
    {
        WindowAxis[] all = [.. window.Axes.Where(other => other.Kernel.Argument == axis.Kernel.Argument)];
        long largest = all.Min(other => ((other.Available - 1) / other.Dilation.Value) + 1);
        if (largest == 1 && LayerTable.Kinds.Any(kind => kind is PoolingKind && kind.Name == context.Spec.Kind))
        {
            return ("Remove it: there is nothing left to pool.", "remove");
        }

        string along = all.Length == 1 && window.IsImage ? $" along the {axis.Name}" : string.Empty;
        return ($"Use at most {largest}{along}, or {(axis.Padding == PaddingKind.Explicit ? "more padding" : "Padding = Padding.Same")}.", $"set {largest}");
    }

    /// <summary>Steps that are longer than the window leave gaps everywhere, which is meant; a larger gap at the end hardly is.</summary>
    private static void AdviseOnUnread(LayerContext context, WindowOptions window)
    {
        WindowAxis[] cut = [.. window.Axes.Where(axis => axis.Unread > Math.Max(0, axis.Stride.Value - axis.Span))];
        if (cut.Length == 0 || (WindowOptions.SaysPadding(context.Spec) && cut[0].Padding == PaddingKind.Valid))
        {
            return;
        }

        string lost = string.Join(" and ", cut.Select(axis => Lost(axis.Name, axis.Unread)));
        (string advice, string remedy) = cut[0].Padding == PaddingKind.Explicit
            ? ("Use Padding = Padding.Same, or more padding.", $"argument Padding = Padding.Same{string.Concat(WindowOptions.WrittenPaddings(context.Spec).Select(option => $"; drop {option}"))}")
            : ("Use Padding = Padding.Same, or say Padding = Padding.Valid if it is meant.", "argument Padding = Padding.Same");
        context.Report(RuleIds.UnreadPixels, $"{context.Spec.Kind}: with a stride of {cut[0].Stride.Value} its window never reads the last {lost} of {context.Input}.\n{advice}", cut[0].Stride.Argument, remedy);
    }

    private static string Lost(string axis, long count)
    {
        string unit = axis switch { "height" => "row", "width" => "column", _ => "step" };
        return count == 1 ? unit : $"{count} {unit}s";
    }
}
