using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// A neural network whose class was written as attributes: what every such class can do. It holds the parameters; the generated class
/// holds the mathematics.
/// </summary>
/// <typeparam name="T">The element type: <see cref="float"/>, or <see cref="double"/> for <see cref="Precision.Double"/>.</typeparam>
/// <remarks>
/// Any number of threads may predict at the same time, as long as none trains, loads or writes parameters meanwhile.
/// </remarks>
public abstract partial class Model<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly WorkspacePool<T> pool;
    private readonly ReadyWeights<T> ready;

    /// <summary>About how many operations the prediction of an example takes: its products, and one for each element that is written.</summary>
    private readonly long operationsOfExample;

    private AlignedMemory<T>? gradients;

    /// <summary>Takes memory for the parameters and draws them.</summary>
    /// <param name="definition">The model's constants.</param>
    /// <param name="seed">The seed of the parameters and of everything random in training.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Model(ModelDefinition definition, long seed)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        Seed = seed;
        InputLength = Product(definition.InputShape);
        OutputLength = Product(definition.OutputShape);
        ChunkLength = ChunkOf(definition.Inference);
        pool = new WorkspacePool<T>(definition.Inference, ChunkLength);
        operationsOfExample = Partition.OfTiles(definition.Layers.Sum(layer => layer.MultiplyAdds)) + definition.Inference.ArenaPerExample;
        Parameters = new AlignedMemory<T>(MemoryLength);
        for (int i = 0; i < definition.Parameters.Length; i++)
        {
            ParameterSegment segment = definition.Parameters[i];
            ParameterInitializer.Fill(Parameters.Span.Slice(segment.Offset, segment.Length), segment, i, seed);
        }

        ready = new ReadyWeights<T>(this);
    }

    /// <summary>Everything about the model that is constant.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ModelDefinition Definition { get; }

    /// <summary>
    /// The layers as a table, and the totals: output shapes without the batch, parameters, floating-point operations of one example's forward pass (two for a
    /// multiply-add; element-wise work is not counted), and the bytes of activations that one example's training step keeps for the backward pass. Behind it the memory
    /// of the weights, of training and of inference, beside the least that any plan could need.
    /// </summary>
    public string Summary => ModelSummary.Write(Definition, ElementSize);

    internal long Seed { get; }

    /// <summary>The number of features of one example.</summary>
    internal int InputLength { get; }

    /// <summary>The number of values of one prediction.</summary>
    internal int OutputLength { get; }

    /// <summary>The number of examples that inference works on at a time.</summary>
    internal int ChunkLength { get; }

    /// <summary>The parameters, in the kernels' layout. Whoever writes to them says so by <see cref="ParametersChanged"/>.</summary>
    internal AlignedMemory<T> Parameters { get; }

    /// <summary>The parameters for whoever may write to them at any later time.</summary>
    internal Span<T> ParameterViews
    {
        get
        {
            ready.NeverKeep();
            return Parameters.Span;
        }
    }

    /// <summary>The gradients: memory is taken when something first asks for them, so that a model that only predicts has none.</summary>
    internal AlignedMemory<T> Gradients =>
        gradients ?? Interlocked.CompareExchange(ref gradients, new AlignedMemory<T>(MemoryLength), null) ?? gradients;

    private static unsafe int ElementSize => sizeof(T);

    private int MemoryLength => Definition.Parameters.Length == 0 ? 0 : Definition.Parameters.Max(segment => segment.Offset + segment.Length);

    /// <summary>Writes the parameters to a file in the safetensors format, with PyTorch's names and layout.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WeightFile.Save<T>(path, Definition, Parameters.Span);

    /// <summary>Reads the parameters from a safetensors file. If it throws, the model is unchanged.</summary>
    /// <param name="path">The file, as <see cref="Save"/> or PyTorch writes it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="WeightFileException">The file is broken, or its names, shapes or types are not this model's.</exception>
    public void Load(string path)
    {
        WeightFile.Load<T>(path, Definition, Parameters.Span);
        ParametersChanged();
    }

    /// <summary>Generated: forward pass, loss and backward pass over one batch; leaves the gradients, the loss and its sum of weights.</summary>
    /// <param name="run">What to work on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Train(in Run<T> run);

    /// <summary>Generated: one region of <see cref="Train"/>.</summary>
    /// <param name="region">Its index in the plan.</param>
    /// <param name="run">What to work on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void TrainRegion(int region, in Run<T> run);

    /// <summary>Generated where something of an inference follows from the weights alone: computes it to where <see cref="Run{T}.Prepared"/> says, once for all calls of <see cref="Infer"/> with these weights.</summary>
    /// <param name="run">Where the parameters lie, and where the results belong.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Prepare(in Run<T> run)
    {
    }

    /// <summary>Generated where kernels read weights in an order of their own: packs them to where <see cref="Run{T}.Packed"/> says, after <see cref="Prepare"/>.</summary>
    /// <param name="run">Where the parameters and what was prepared lie, and where the packed weights belong.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Pack(in Run<T> run)
    {
    }

    /// <summary>Generated: the predictions for one batch.</summary>
    /// <param name="run">What to work on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Infer(in Run<T> run);

    /// <summary>Generated: after <see cref="Infer"/> on the same batch, the loss of its predictions and its sum of weights.</summary>
    /// <param name="run">What to work on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Score(in Run<T> run);

    /// <summary>Generated for models that can be gone through step by step: the prediction at one step.</summary>
    /// <param name="run">What to work on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Step(in Run<T> run) => throw new NotSupportedException($"The model {Definition.Name} cannot be gone through step by step: what it predicts at a position depends on later ones.");

    /// <summary>
    /// A parameter in the interchange layout, as a view of the memory that the kernels read. Once one was asked for, weights may change at any time, and each
    /// prediction works out anew what follows from them.
    /// </summary>
    /// <param name="index">Its index in the definition.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TensorSpan<T> ParameterTensor(int index) => View(ParameterViews, index);

    /// <summary>A parameter's gradient in the interchange layout, as a view of the memory that the kernels write.</summary>
    /// <param name="index">The parameter's index in the definition.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TensorSpan<T> GradientTensor(int index) => View(Gradients.Span, index);

    /// <summary>The place of a repeated block's turn among its turns.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="first">The number of the first turn.</param>
    /// <param name="last">The number of the last turn.</param>
    /// <param name="name">What the caller calls the number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such turn.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static int Turn(int number, int first, int last, [CallerArgumentExpression(nameof(number))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, first, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, last, name);
        return number - first;
    }

    /// <summary>To be called after each change of a parameter.</summary>
    internal void ParametersChanged() => ready.Forget();

    /// <summary>What predictions of so many examples find ready of the weights.</summary>
    internal ReadyState<T> ReadyFor(int examples) => ready.For(examples);

    internal void RunTrain(in Run<T> run) => Train(in run);

    internal void RunTrainRegion(int region, in Run<T> run) => TrainRegion(region, in run);

    internal void RunStep(in Run<T> run) => Step(in run);

    internal void RunPrepare(in Run<T> run) => Prepare(in run);

    internal void RunPack(in Run<T> run) => Pack(in run);

    /// <summary>The predictions of a run; what follows from the weights alone is computed before, unless it is ready.</summary>
    internal void RunInfer(in Run<T> run, bool isPrepared)
    {
        if (!isPrepared)
        {
            Prepare(in run);
        }

        Infer(in run);
    }

    internal void RunScore(in Run<T> run) => Score(in run);

    private static int Product(int[] shape) => shape.Aggregate(1, (product, size) => checked(product * size));

    private TensorSpan<T> View(Span<T> memory, int index)
    {
        ParameterSegment segment = Definition.Parameters[index];
        int rank = segment.Shape.Length;
        Span<nint> lengths = stackalloc nint[rank];
        Span<nint> strides = stackalloc nint[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            lengths[axis] = segment.Shape[axis];
            strides[axis] = segment.Shape[axis] == 1 ? 0 : segment.Strides[axis];
        }

        return new TensorSpan<T>(memory.Slice(segment.Offset, segment.Length), lengths, strides);
    }
}
