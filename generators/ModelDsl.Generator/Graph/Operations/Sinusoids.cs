namespace ModelDsl.Generator.Graph;

/// <summary>The table of sin(t / 10000^(2i/c)) and cos(t / 10000^(2i/c)) at features 2i and 2i + 1 of position t (Vaswani et al. 2017, section 3.5).</summary>
internal sealed record Sinusoids(int Length, int Width) : Operation
{
    public override string Text => "sinusoids";

    public override TensorType Infer(IReadOnlyList<Value> operands) => TensorType.Fixed(new Shape(Length, Width));
}
