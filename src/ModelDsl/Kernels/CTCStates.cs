namespace ModelDsl.Kernels;

/// <summary>
/// The states of an example's labels, in memory of the thread: blank, first label, blank, second label, …, blank (Graves et al. 2006, section 4.1), and the rows of numbers
/// that the sums need, one for each state. Rows end with a whole vector and lie between margins; all of it starts as −∞, so states that are none have no probability.
/// </summary>
internal readonly unsafe ref struct CTCStates<T>
    where T : unmanaged
{
    /// <summary>What a row needs before its first state and behind its last: steps from state to state go up to two states far.</summary>
    private const int Margin = 16;

    /// <summary>The rows besides those of the forward sums.</summary>
    private const int OtherRows = 7;

    private readonly T* rows;
    private readonly nint stride;

    internal CTCStates(in CTCExample<T> example, int labels, nint forwardRows, int vector)
    {
        Count = (2 * labels) + 1;
        Padded = Partition.Count(Count, vector) * vector;
        stride = Padded + (2 * Margin);
        nint all = (forwardRows + OtherRows) * stride;
        rows = Scratch.Rent<T>(Scratch.CTCRows, all);
        new Span<T>(rows, checked((int)all)).Fill(Scalar<T>.Constant(double.NegativeInfinity).Lane);
        Classes = Scratch.Rent<int>(Scratch.CTCClasses, Count);
        for (int state = 0; state < Count; state++)
        {
            Classes[state] = state % 2 == 0 ? example.Shape.Blank : example.Labels[state / 2];
            if (state % 2 == 1 && (state == 1 || Classes[state] != Classes[state - 2]))
            {
                Skip[state] = default;
            }
        }

        // A path starts two states or one before the first label, and ends one or two behind the last.
        Start[-1] = default;
        End[Count] = default;
        Skip[Count] = default;
    }

    /// <summary>The number of states.</summary>
    internal nint Count { get; }

    /// <summary>The number of states, rounded up to whole vectors.</summary>
    internal nint Padded { get; }

    /// <summary>The class of each state.</summary>
    internal int* Classes { get; }

    /// <summary>0 where a state may follow the last but one, which is a label too and another, else −∞.</summary>
    internal T* Skip => Row(0);

    /// <summary>The logarithms of the probabilities of the states' classes at a step.</summary>
    internal T* Emission => Row(1);

    /// <summary>The backward sums of the step behind, with its probabilities.</summary>
    internal T* Later => Row(2);

    /// <summary>The backward sums of a step, without its probabilities.</summary>
    internal T* Backward => Row(3);

    /// <summary>How likely a path is in each state at a step.</summary>
    internal T* Posterior => Row(4);

    /// <summary>The forward sums before the first step.</summary>
    internal T* Start => Row(5);

    /// <summary>The backward sums behind the last step.</summary>
    internal T* End => Row(6);

    /// <summary>The forward sums of a step, with its probabilities.</summary>
    internal T* Forward(nint step) => Row(OtherRows + step);

    private T* Row(nint index) => rows + (index * stride) + Margin;
}
