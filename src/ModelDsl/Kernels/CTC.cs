using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Connectionist temporal classification (Graves et al. 2006): −ln of the probability of a sequence of labels, which is the sum over all paths that give it when what
/// repeats is joined and blanks are dropped. Sums run forward and backward over the states of the labels in log space (sections 4.1 and 4.2), each step relative to the
/// largest of the step before, so that long sequences lose no digits. An example is worked on by one thread: results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CTC
{
    /// <summary>About how many operations a state takes at a step: three exponentials and a logarithm.</summary>
    private const int Cost = 100;

    /// <summary>
    /// The loss of each example, divided by the number of its labels where that is above 1 (PyTorch's <c>reduction='mean'</c>), and its gradient. An example whose labels have
    /// no path of its steps, or one of probability 0 alone, has the loss 0 and no gradient (PyTorch's <c>zero_infinity</c>).
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="logarithms">The logarithms of the probabilities, batch × steps × classes.</param>
    /// <param name="labels">The labels of each example, none of them the blank; from the first negative one on they do not count.</param>
    /// <param name="lengths">How many steps of each example count, from 1 to all; <c>default</c> where all do.</param>
    /// <param name="losses">Receives the losses, one for each example.</param>
    /// <param name="gradients">Receives the gradients with respect to the logarithms, which lie as those do, 0 for steps that do not count; <c>default</c> where nobody needs them.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Loss<T>(
        Address<T> logarithms, Address<int> labels, Address<T> lengths, Address<T> losses, Address<T> gradients, nint batch, in CTCShape shape)
        where T : unmanaged
    {
        CTCJob<T> job = new(logarithms, labels, lengths, losses, gradients, in shape);
        Partition.Run(in job, batch * shape.Steps * shape.States, Cost, batch);
    }
}
