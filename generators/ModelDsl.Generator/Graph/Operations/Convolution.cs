namespace ModelDsl.Generator.Graph;

/// <summary>Which of the three tensors of a convolution y = x ∗ w an operation computes.</summary>
internal enum ConvolutionResult
{
    /// <summary>y from x and w.</summary>
    Output,

    /// <summary>The gradient of x from that of y and w: also the transposed convolution.</summary>
    InputGradient,

    /// <summary>The gradient of w from x and the gradient of y.</summary>
    WeightGradient,
}

/// <summary>
/// A convolution, or one of its two gradients. It is linear in either operand, so the gradients of each of the three are made of the other two.
/// </summary>
internal sealed record Convolution(ConvolutionResult Result, WindowGeometry Geometry) : Operation
{
    public override string Text => Result switch
    {
        ConvolutionResult.Output => $"convolution {Geometry} of",
        ConvolutionResult.InputGradient => $"input gradient of convolution {Geometry} of",
        _ => $"weight gradient of convolution {Geometry} of",
    };

    private TensorType Input => TensorType.Batched(Geometry.Input);

    private TensorType Output => TensorType.Batched(Geometry.Output);

    private TensorType Weight => TensorType.Fixed(Geometry.Weight);

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        (TensorType left, TensorType right, TensorType result) = Result switch
        {
            ConvolutionResult.Output => (Input, Weight, Output),
            ConvolutionResult.InputGradient => (Output, Weight, Input),
            _ => (Input, Output, Weight),
        };
        return operands[0].Type == left && operands[1].Type == right ? result : throw Mismatch(Text, operands[0].Type, operands[1].Type);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Geometry.MultiplyAdds;
}
