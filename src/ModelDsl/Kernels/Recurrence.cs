using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Recurrent layers with PyTorch's equations and order of gates, and their gradient back through time. Examples are cut into groups by the size of
/// the batch alone, and each sum runs in a fixed order: results are the same bits for any number of threads, for examples computed together or
/// one by one, and for steps computed at once or one by one with the state carried over.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Recurrence
{
    /// <summary>All steps of a recurrent layer.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="gates">The gates' share from the layer's input, x·W_ih + b_ih: batch × steps × (gates·units), in the order of <see cref="RecurrenceShape.Gates"/>.</param>
    /// <param name="weight">The recurrent weights W_hh, units × (gates·units); a row belongs to a unit of the state before.</param>
    /// <param name="bias">The bias of the recurrent sums b_hh, gates·units, or <c>default</c> for none.</param>
    /// <param name="lengths">The number of steps of each example, a whole number (below 0 as 0, above all as all), or <c>default</c> where all have all. From its length on an example's output is 0 and its state stays.</param>
    /// <param name="state">The state before the first step, replaced by that after the last: batch × (states·units), h and then c; or <c>default</c> to start at zero.</param>
    /// <param name="output">The hidden states, batch × steps × units.</param>
    /// <param name="kept">What <see cref="Gradient{T}"/> needs, batch × steps × (kept·units), or <c>default</c> where nobody needs it. Steps beyond an example's length are not written.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Forward<T>(
        Address<T> gates, Weights<T> weight, Address<T> bias, Address<T> lengths, Address<T> state, Address<T> output, Address<T> kept, nint batch, in RecurrenceShape shape)
        where T : unmanaged
    {
        RecurrenceOperands<T> operands = new()
        {
            Gates = gates, Weight = weight, Bias = bias, Lengths = lengths, State = state, Output = output, Kept = kept,
            Batch = batch, Parts = RecurrencePartition.Parts(batch), Shape = shape,
        };
        Simd.RunRows<T, ForwardWork<T>>(new ForwardWork<T>(operands), shape.Units);
    }

    /// <summary>
    /// The gradient of a recurrent layer that started at zero. The gradients of its parameters are products of its results: that of W_hh is the
    /// transposed states before each step times the gradient of the recurrent sums, that of b_hh the sum of the latter.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputGradient">The gradient of the output, batch × steps × units. Steps beyond an example's length do not count.</param>
    /// <param name="output">The output.</param>
    /// <param name="kept">What the forward pass has kept; not read for plain cells.</param>
    /// <param name="weight">The recurrent weights, units × (gates·units).</param>
    /// <param name="lengths">The number of steps of each example, or <c>default</c> where all have all.</param>
    /// <param name="gateGradient">The gradient of the gates' share from the input, batch × steps × (gates·units); 0 beyond an example's length.</param>
    /// <param name="recurrentGradient">For GRU, the gradient of the recurrent sums h·W_hh + b_hh, of the same size; for other cells it equals the former, and this is <c>default</c>.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Gradient<T>(
        Address<T> outputGradient, Address<T> output, Address<T> kept, Address<T> weight, Address<T> lengths, Address<T> gateGradient, Address<T> recurrentGradient,
        nint batch, in RecurrenceShape shape)
        where T : unmanaged
    {
        RecurrenceGradientOperands<T> operands = new()
        {
            OutputGradient = outputGradient, Output = output, Kept = kept, Weight = weight, Lengths = lengths, GateGradient = gateGradient,
            RecurrentGradient = recurrentGradient, Batch = batch, Parts = RecurrencePartition.Parts(batch), Shape = shape,
        };
        Simd.RunRows<T, GradientWork<T>>(new GradientWork<T>(operands), shape.Units);
    }

    /// <summary>Packs recurrent weights for all recurrences that they will be part of, to the place that they name; a single example needs it not.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="weight">The recurrent weights W_hh, units × (gates·units).</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Pack<T>(Weights<T> weight, in RecurrenceShape shape)
        where T : unmanaged => Simd.RunRows<T, PackWork<T>>(new PackWork<T>(weight, shape), shape.Units);

    private readonly struct PackWork<T>(Weights<T> weight, RecurrenceShape shape) : ISimdWork<T>
        where T : unmanaged
    {
        private readonly Weights<T> weight = weight;

        public void Run<V>()
            where V : struct, ISimd<V, T> => RecurrencePanels<T, V>.Pack(weight.Data, weight.Packed, shape.Gates, shape.Units, transposed: false);
    }

    private readonly struct ForwardWork<T>(RecurrenceOperands<T> operands) : ISimdWork<T>
        where T : unmanaged
    {
        private readonly RecurrenceOperands<T> operands = operands;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            switch (operands.Shape.Kind)
            {
                case RecurrenceKind.RNN: RecurrenceForward<T, V, RNNCell<T, V, TanhActivation<T, V>>>.Run(in operands); break;
                case RecurrenceKind.ReLURNN: RecurrenceForward<T, V, RNNCell<T, V, ReLUActivation<T, V>>>.Run(in operands); break;
                case RecurrenceKind.LSTM: RecurrenceForward<T, V, LSTMCell<T, V>>.Run(in operands); break;
                default: RecurrenceForward<T, V, GRUCell<T, V>>.Run(in operands); break;
            }
        }
    }

    private readonly struct GradientWork<T>(RecurrenceGradientOperands<T> operands) : ISimdWork<T>
        where T : unmanaged
    {
        private readonly RecurrenceGradientOperands<T> operands = operands;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            switch (operands.Shape.Kind)
            {
                case RecurrenceKind.RNN: RecurrenceGradient<T, V, RNNCell<T, V, TanhActivation<T, V>>>.Run(in operands); break;
                case RecurrenceKind.ReLURNN: RecurrenceGradient<T, V, RNNCell<T, V, ReLUActivation<T, V>>>.Run(in operands); break;
                case RecurrenceKind.LSTM: RecurrenceGradient<T, V, LSTMCell<T, V>>.Run(in operands); break;
                default: RecurrenceGradient<T, V, GRUCell<T, V>>.Run(in operands); break;
            }
        }
    }
}
