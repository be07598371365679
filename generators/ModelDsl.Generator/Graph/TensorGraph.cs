namespace ModelDsl.Generator.Graph;

/// <summary>
/// A graph of tensor operations in static single assignment form, in an order in which it can be executed. The same operation on the same
/// operands is the same value, so common subexpressions are shared from the start.
/// </summary>
internal sealed class TensorGraph
{
    private readonly Dictionary<(Operation, EquatableArray<int>), Value> known = [];
    private readonly List<Value> values = [];

    /// <summary>All values, operands before their users.</summary>
    public IReadOnlyList<Value> Values => values;

    /// <summary>The layer that values made from now on belong to.</summary>
    public string CurrentLayer { get; set; } = string.Empty;

    public Value Input(Shape shape) => Add(new Source(SourceKind.Input, TensorType.Batched(shape)));

    public Value Target(Shape shape) => Add(new Source(SourceKind.Target, TensorType.Batched(shape)));

    public Value Labels(Shape shape) => Add(new Source(SourceKind.Labels, new TensorType(shape, IsBatched: true, ElementKind.Index)));

    public Value ExampleWeights() => Add(new Source(SourceKind.ExampleWeights, TensorType.Batched(Shape.Scalar)));

    /// <summary>The lengths of the examples that a turn of a loop works on.</summary>
    public Value Lengths() => Add(new Source(SourceKind.Lengths, TensorType.Batched(Shape.Scalar)));

    /// <summary>The number of the step that is taken.</summary>
    public Value Position() => Add(new Source(SourceKind.Position, TensorType.Batched(new Shape(1))));

    /// <summary>The gradient of what a turn of a loop gives.</summary>
    public Value Upstream(TensorType type) => Add(new Source(SourceKind.Upstream, type));

    public Value Parameter(int index, string name, Shape shape) => Add(new Parameter(index, name, shape));

    public Value Constant(double[] values) => Add(new Constant(new EquatableArray<double>(values)));

    /// <summary>Sines and cosines of each position.</summary>
    public Value Sinusoids(Shape shape) => Add(new Sinusoids(shape[0], shape[1]));

    /// <summary>A product. One of rows of a small table is a row of the table's product: examples that have the same id share its work.</summary>
    public Value MatMul(Value left, Value right, bool transposeLeft = false, bool transposeRight = false)
    {
        MatMul product = new(transposeLeft, transposeRight);
        if (transposeLeft || right.Type.IsBatched || !Graph.Gather.IsOfFewRows(left))
        {
            return Add(product, left, right);
        }

        long work = product.MultiplyAdds([left, right], product.Infer([left, right]));
        return Add(new Gather(Ignored: -1, Spared(left) + work), Add(product, left.Operands[0], right), left.Operands[1]);
    }

    public Value Softmax(Value value) => Add(new Softmax(), value);

    public Value LogSumExp(Value value) => Add(new LogSumExp(), value);

    public Value Reshape(Value value, Shape shape) => value.Type.Shape.Equals(shape) ? value : Add(new Reshape(shape), value);

    /// <summary>The sum along the last axis; a last axis of one element is only dropped.</summary>
    public Value SumLast(Value value) => value.Type.Shape.Columns == 1
        ? Reshape(value, value.Type.Shape.Leading)
        : Add(new Sum(SumAxes.Last, value.Type with { Shape = value.Type.Shape.Leading }), value);

    /// <summary>The sum over the axes between the batch and the last: of each channel of an example.</summary>
    public Value SumMiddle(Value value)
    {
        Shape channels = new(value.Type.Shape.Columns);
        return value.Type.Shape.Size == channels.Size ? Reshape(value, channels) : Add(new Sum(SumAxes.Middle, TensorType.Batched(channels)), value);
    }

    public Value SumLeading(Value value, Shape result) => Add(new Sum(SumAxes.Leading, TensorType.Fixed(result)), value);

    public Value SumAll(Value value) => value.Type == TensorType.Scalar ? value : Add(new Sum(SumAxes.All, TensorType.Scalar), value);

    public Value Convolution(Value input, Value weight, WindowGeometry geometry) => Add(new Convolution(ConvolutionResult.Output, geometry), input, weight);

    /// <summary>The gradient of a convolution's input, which is also the transposed convolution.</summary>
    public Value ConvolutionInputGradient(Value output, Value weight, WindowGeometry geometry) =>
        Add(new Convolution(ConvolutionResult.InputGradient, geometry), output, weight);

    public Value ConvolutionWeightGradient(Value input, Value output, WindowGeometry geometry) =>
        Add(new Convolution(ConvolutionResult.WeightGradient, geometry), input, output);

    public Value AveragePool(Value value, WindowGeometry geometry) => Add(new Pool(PoolKind.Average, geometry), value);

    /// <summary>
    /// The maximum of each window. What does not change which element is the largest (a bias, ReLU) is done after it, on fewer elements, and what was
    /// before it need not be kept.
    /// </summary>
    public Value MaxPool(Value value, WindowGeometry geometry)
    {
        if (value.Operation is Map map && Monotone.OperandOf(map, value) is { } index)
        {
            Value[] operands = [.. value.Operands.Select((operand, i) => i == index ? MaxPool(operand, geometry) : operand)];
            return Map(map.Expression, TensorType.Batched(geometry.Output), operands);
        }

        return Add(new Pool(PoolKind.Max, geometry), value);
    }

    public Value MaxPoolIndex(Value value, WindowGeometry geometry) => Add(new PoolIndex(geometry), value);

    public Value MaxPoolGradient(Value upstream, Value index, WindowGeometry geometry) => Add(new PoolGradient(PoolKind.Max, geometry), upstream, index);

    public Value AveragePoolGradient(Value upstream, WindowGeometry geometry) => Add(new PoolGradient(PoolKind.Average, geometry), upstream);

    /// <summary>(x − mean)·reciprocal deviation, where both were taken of x along the axes.</summary>
    public Value Normalize(Value value, Value mean, Value reciprocal, SumAxes axes) => Add(new Normalize(axes), value, mean, reciprocal);

    public Value Transpose(Value value, params int[] axes) =>
        axes.SequenceEqual(Enumerable.Range(0, axes.Length)) ? value : Add(new Transpose(new EquatableArray<int>(axes)), value);

    public Value Slice(Value value, int[] starts, Shape shape) =>
        value.Type.Shape.Equals(shape) ? value : Add(new Slice(new EquatableArray<int>(starts), shape), value);

    public Value Pad(Value value, int[] starts, Shape shape) =>
        value.Type.Shape.Equals(shape) ? value : Add(new Pad(new EquatableArray<int>(starts), shape), value);

    public Value Concatenate(IReadOnlyList<Value> values, int axis) =>
        values.Count == 1 ? values[0] : Add(new Concatenate(axis), [.. values]);

    public Value Resample(Value value, ResampleKind kind, int factorHeight, int factorWidth) =>
        Add(new Resample(kind, value.Type.Shape, factorHeight, factorWidth), value);

    public Value ResampleGradient(Value upstream, Resample resample) => Add(resample with { IsGradient = true }, upstream);

    /// <summary>The turns of a loop; lengths are given where its turns leave out steps behind them.</summary>
    public Value Loop(LoopBody body, params Value[] operands) => Add(new Loop(body), operands);

    /// <summary>The gradient of a loop's input, from what its forward pass left and the gradient of its output.</summary>
    public Value LoopGradient(LoopBody body, Value output, Value upstream)
    {
        Value input = output.Operands[0];
        IEnumerable<Value> left = new[] { LoopPartKind.Chain, LoopPartKind.Kept, LoopPartKind.KeptFixed }.Select(kind => LoopPart(body, kind, output));
        LoopGradient gradient = new(body, body.IsReadBackward(body.Input), body.IsReadBackward(body.Output));
        Value[] ends = [.. gradient.ReadsInput ? [input] : Array.Empty<Value>(), .. gradient.ReadsOutput ? [output] : Array.Empty<Value>()];
        return Add(gradient, [upstream, .. left, .. ends, .. output.Operands.Skip(1)]);
    }

    /// <summary>What the turns of a loop, or of its gradient, leave besides its result.</summary>
    public Value LoopPart(LoopBody body, LoopPartKind kind, Value loop) => Add(new LoopPart(body, kind), loop);

    /// <summary>The rows of a table that whole numbers name.</summary>
    public Value Gather(Value table, Value ids, int ignored = -1) => Add(new Gather(ignored), table, ids);

    public Value ScatterAdd(Value values, Value ids, int rows, int ignored = -1) => Add(new ScatterAdd(rows, ignored), values, ids);

    /// <summary>Attention of one operand with queries, keys and values, or of queries and an operand with keys and values; and lengths, where there are any.</summary>
    public Value Attention(AttentionGeometry geometry, params Value[] operands) => Add(new Attention(geometry), operands);

    /// <summary>The attention of one step to all steps so far.</summary>
    public Value StepAttention(AttentionGeometry geometry, int state, Value projected, Value position) => Add(new StepAttention(geometry, state), projected, position);

    /// <summary>The gradient of an attention's first operand.</summary>
    public Value AttentionGradient(Value attention, Value upstream)
    {
        AttentionGeometry geometry = ((Attention)attention.Operation).Geometry;
        Value normalizers = Add(new AttentionPart(AttentionPartKind.Normalizers, TensorType.Batched(new Shape(geometry.Heads, geometry.Queries))), attention);
        return Add(new AttentionGradient(geometry), [upstream, normalizers, .. attention.Operands]);
    }

    /// <summary>The gradient of keys and values of another sequence, computed together with that of the queries.</summary>
    public Value AttentionSourceGradient(Value gradient) =>
        Add(new AttentionPart(AttentionPartKind.SourceGradient, gradient.Operands[Graph.AttentionGradient.Given + 1].Type), gradient);

    /// <summary>Features turned by their position; positions are given where they are not 0, 1, 2, ….</summary>
    public Value Rotation(Rotation rotation, params Value[] operands) => Add(rotation, operands);

    public Value Recurrence(RecurrenceGeometry geometry, bool hasBias, params Value[] operands) => Add(new Recurrence(geometry, hasBias), operands);

    /// <summary>One step of a recurrence, whose state lies in memory.</summary>
    public Value StepRecurrence(RecurrenceGeometry geometry, bool hasBias, int state, params Value[] operands) => Add(new Recurrence(geometry, hasBias, state), operands);

    /// <summary>The gradient of the products that a recurrence was given.</summary>
    public Value RecurrenceGradient(Value recurrence, Value upstream)
    {
        Recurrence operation = (Recurrence)recurrence.Operation;
        RecurrenceGeometry geometry = operation.Geometry;
        Value[] kept = geometry.Kept == 0 ? [] : [Add(new RecurrencePart(RecurrencePartKind.Kept, TensorType.Batched(new Shape(geometry.Steps, geometry.Kept * geometry.Units))), recurrence)];
        return Add(new RecurrenceGradient(geometry), [upstream, recurrence, recurrence.Operands[1], .. kept, .. recurrence.Operands.Skip(operation.Sources)]);
    }

    /// <summary>The gradient of the products of states with weights.</summary>
    public Value RecurrentGradient(Value gradient) => ((RecurrenceGradient)gradient.Operation).Geometry.Kind == RecurrenceKind.GRU
        ? Add(new RecurrencePart(RecurrencePartKind.RecurrentGradient, gradient.Type), gradient)
        : gradient;

    /// <summary>The losses of labels that are not aligned with the steps.</summary>
    public Value CTC(int blank, Value logarithms, Value labels, Value? lengths) =>
        Add(new CTC(blank), lengths is null ? [logarithms, labels] : [logarithms, labels, lengths]);

    /// <summary>The gradient of each of those losses, computed together with them.</summary>
    public Value CTCSlope(Value losses) => Add(new CTCSlope(losses.Operands[0].Type), losses);

    /// <summary>The steps in reverse; of those that count, where lengths are given.</summary>
    public Value Reversal(params Value[] operands) => Add(new Reversal(), operands);

    /// <summary>The same elements in a place of their own.</summary>
    public Value Copy(Value value) => Add(new Map(ScalarMath.Arg(0), value.Type), value);

    public Value Number(double value) => Map(ScalarMath.Of(value), TensorType.Scalar);

    /// <summary>An element-wise operation with the type of its first operand.</summary>
    public Value Map(Scalar expression, params Value[] operands) => Map(expression, operands[0].Type, operands);

    /// <summary>An element-wise operation. Operands that are numbers or mere repetitions become part of the expression.</summary>
    public Value Map(Scalar expression, TensorType type, params Value[] operands)
    {
        List<Value> kept = [];
        int Keep(Value value)
        {
            int index = kept.IndexOf(value);
            if (index < 0)
            {
                index = kept.Count;
                kept.Add(value);
            }

            return index;
        }

        Scalar inlined = ScalarMath.Rewrite(expression, node => node switch
        {
            Scalar.Operand operand => Inline(operands[operand.Index], type, Keep),
            Scalar.OneHot oneHot => new Scalar.OneHot(Keep(operands[oneHot.Index])),
            _ => node,
        });
        if (inlined is Scalar.Operand && kept.Count == 1 && kept[0].Type == type)
        {
            return kept[0];
        }

        // Simplification may have dropped operands: those that remain are numbered in order.
        IReadOnlyList<int> used = ScalarMath.Operands(inlined);
        Scalar final = ScalarMath.Renumber(inlined, index => used.ToList().IndexOf(index));
        return OfRows(final, type, [.. used.Select(index => kept[index])]);
    }

    /// <summary>Element-wise work, done to a small table's rows where it is the same for equal rows.</summary>
    private Value OfRows(Scalar expression, TensorType type, Value[] operands)
    {
        Value[] rows = [.. operands.Where(operand => operand.Type.Size > operand.Type.Shape.Columns || operand.Type.IsBatched)];
        if (rows.Length != 1 || rows[0].Type != type || ScalarMath.Draws(expression) || !Graph.Gather.IsOfFewRows(rows[0]))
        {
            return Add(new Map(expression, type), operands);
        }

        Value table = rows[0].Operands[0];
        Value mapped = Add(new Map(expression, table.Type), [.. operands.Select(operand => operand == rows[0] ? table : operand)]);
        return Add(new Gather(Ignored: -1, Spared(rows[0])), mapped, rows[0].Operands[1]);
    }

    private static long Spared(Value rows) => ((Gather)rows.Operation).Spared;

    private static Scalar Inline(Value operand, TensorType type, Func<Value, int> keep) => operand.Operation switch
    {
        Map { Expression: Scalar.Number number } => number,
        Map { Expression: Scalar.Operand } when operand.Operands[0].Type.BroadcastsTo(type) => ScalarMath.Arg(keep(operand.Operands[0])),
        _ => ScalarMath.Arg(keep(operand)),
    };

    private Value Add(Operation operation, params Value[] operands)
    {
        (Operation, EquatableArray<int>) key = (operation, new EquatableArray<int>([.. operands.Select(operand => operand.Id)]));
        if (!known.TryGetValue(key, out Value? value))
        {
            value = new Value(values.Count, operation, operands, operation.Infer(operands), CurrentLayer);
            values.Add(value);
            known.Add(key, value);
        }

        return value;
    }
}
