using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>The same elements under another shape.</summary>
internal sealed class ReshapeLayer : TransformKind
{
    public override string Name => "Reshape";

    public override string Stem => "reshape";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    public override Shape? Infer(LayerContext context)
    {
        int[] sizes = Sizes(context.Spec);
        Shape written = new(sizes);
        int open = sizes.Count(size => size == -1);
        if (sizes.Length == 0 || sizes.Any(size => size < 1 && size != -1) || open > 1)
        {
            string message = sizes.Length == 0 ? "Reshape has no sizes.\nGive the size of each axis, such as Reshape(28, 28, 1)."
                : open > 1 ? $"Reshape: {written} leaves {open} sizes open.\nWrite -1 at most once: for what remains."
                : $"Reshape: {written} has an axis without elements.\nEach size is at least 1, or -1 for what remains; the batch is never written.";
            context.Report(RuleIds.NonPositiveSize, message, "shape", Mend(Meant(sizes, context.Input)));
            return null;
        }

        if (Fits(sizes, context.Input))
        {
            return Resolve(sizes, context.Input);
        }

        long known = new Shape([.. sizes.Where(size => size > 0)]).Size;
        string? meant = Meant(sizes, context.Input);
        string fault = open == 0
            ? $"{written} has {known} elements, but its input {context.Input} has {context.Input.Size}.\n{(meant is null ? "Make the products agree." : $"Write -1 for one of the sizes, as in Reshape({meant}), or make the products agree.")}"
            : $"the {context.Input.Size} elements of its input {context.Input} are no multiple of {known}, so that no whole number is left for -1 in {written}.\nUse sizes whose product divides {context.Input.Size}.";
        context.Report(RuleIds.ElementCount, $"Reshape: {fault}", "shape", Mend(meant));
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Reshape(input, Resolve(Sizes(spec), input.Type.Shape));

    /// <summary>The sizes as they were most likely meant: without a batch in front, or with -1 for the last that the others leave open; null where none fit.</summary>
    private static string? Meant(int[] sizes, Shape input)
    {
        IEnumerable<int[]> opened = Enumerable.Range(1, sizes.Length).Select(back => Opened(sizes, sizes.Length - back));
        IEnumerable<int[]> tries = sizes.Length > 1 && sizes[0] == -1 ? [[.. sizes.Skip(1)], .. opened] : opened;
        return tries.FirstOrDefault(meant => Fits(meant, input)) is { } fitting ? string.Join(", ", fitting) : null;
    }

    private static string Mend(string? meant) => meant is null ? string.Empty : $"set {meant}";

    private static int[] Opened(int[] sizes, int index) => [.. sizes.Select((size, i) => i == index ? -1 : size)];

    private static bool Fits(int[] sizes, Shape input)
    {
        long known = new Shape([.. sizes.Where(size => size > 0)]).Size;
        return sizes.All(size => size is > 0 or -1) && sizes.Count(size => size == -1) switch
        {
            0 => input.Size == known,
            1 => input.Size % known == 0,
            _ => false,
        };
    }

    private static Shape Resolve(int[] sizes, Shape input)
    {
        long known = new Shape([.. sizes.Where(size => size > 0)]).Size;
        return new Shape([.. sizes.Select(size => size == -1 ? (int)(input.Size / known) : size)]);
    }

    private static int[] Sizes(LayerSpec spec) => spec.Get("shape", default(EquatableArray<int>)).ToArray();
}
