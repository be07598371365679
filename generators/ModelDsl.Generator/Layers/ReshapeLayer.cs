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
                : $"Reshape: {written} has an axis without elements.\nEach size is at least 1; the batch is never written.";
            context.Report(RuleIds.NonPositiveSize, message, "shape");
            return null;
        }

        long known = new Shape([.. sizes.Where(size => size > 0)]).Size;
        if (open == 0 ? known == context.Input.Size : context.Input.Size % known == 0)
        {
            return Resolve(sizes, context.Input);
        }

        string fault = open == 0
            ? $"{written} has {known} elements, but its input {context.Input} has {context.Input.Size}.\nMake the products agree, or write -1 for one of the sizes."
            : $"the {context.Input.Size} elements of its input {context.Input} are no multiple of {known}, so that none of {written} remains.\nMake the sizes divide it.";
        context.Report(RuleIds.ElementCount, $"Reshape: {fault}", "shape");
        return null;
    }

    public override Value Lower(LayerSpec spec, Value input, Lowering lowering) => lowering.Graph.Reshape(input, Resolve(Sizes(spec), input.Type.Shape));

    private static Shape Resolve(int[] sizes, Shape input)
    {
        long known = new Shape([.. sizes.Where(size => size > 0)]).Size;
        return new Shape([.. sizes.Select(size => size == -1 ? (int)(input.Size / known) : size)]);
    }

    private static int[] Sizes(LayerSpec spec) => spec.Get("shape", default(EquatableArray<int>)).ToArray();
}
