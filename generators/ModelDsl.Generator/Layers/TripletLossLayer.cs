using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Layers;

/// <summary>max(0, d(a, p) − d(a, n) + margin) of the rows a, p and n of a prediction.</summary>
internal sealed class TripletLossLayer : LossKind
{
    private const int Rows = 3;

    /// <summary>What is added to each difference, so that equal rows have a distance with a slope.</summary>
    private const double Epsilon = 1e-6;

    public override string Name => "TripletLoss";

    public override string Describe(LayerSpec spec) => Description.Of(spec);

    protected override void CheckOptions(LayerContext context)
    {
        Shape input = context.Input;
        if (input.Rank != 2 || input[0] != Rows)
        {
            (string advice, string remedy) = input.Size % Rows == 0 && input.Size > Rows
                ? ($"Give it that shape, such as by [Reshape({Rows}, {input.Size / Rows})].", $"insert Reshape({Rows}, {input.Size / Rows})")
                : ("Join a tower with itself, as in [Concatenate<Tower, Tower, Tower>(SharedWeights = true), Reshape(3, -1)].", string.Empty);
            context.Report(RuleIds.WrongRank, $"TripletLoss needs (3, width), an anchor, a positive and a negative, but its input is {input}.\n{advice}", remedy: remedy);
        }
        else if (context.HasLengths)
        {
            context.Report(RuleIds.LengthsLost, $"TripletLoss needs all three rows of {input}, but its input has lengths, behind which rows do not count.\nRemove Lengths.", remedy: context.DropLengths);
        }
        else
        {
            context.RequirePositive("Margin", Margin(context.Spec), "It is how much nearer the positive has to be: use one such as 1.", "1");
        }
    }

    public override LossTarget Target(LayerSpec spec, Shape prediction) => LossTarget.None;

    public override LossTerms Lower(LayerSpec spec, LossOperands operands, TensorGraph graph)
    {
        Value anchor = Row(0), near = Distance(Row(1)), far = Distance(Row(2));
        return new LossTerms(graph.Map(Max(Add(Subtract(Arg(0), Arg(1)), Of(Margin(spec))), Zero), near, far));

        Value Row(int index)
        {
            Shape row = new(operands.Prediction.Type.Shape.Columns);
            return graph.Reshape(graph.Slice(operands.Prediction, [index, 0], new Shape(1, row.Columns)), row);
        }

        Value Distance(Value other)
        {
            Scalar difference = Subtract(Arg(0), Arg(1));
            return IsSquared(spec)
                ? graph.SumLast(graph.Map(Square(difference), anchor, other))
                : graph.Map(Sqrt(Arg(0)), graph.SumLast(graph.Map(Square(Add(difference, Of(Epsilon))), anchor, other)));
        }
    }

    private static double Margin(LayerSpec spec) => spec.Get("Margin", 1.0);

    private static bool IsSquared(LayerSpec spec) => spec.Get("Squared", false);
}
