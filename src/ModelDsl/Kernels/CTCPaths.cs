using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The sums over the paths of one example, forward and backward. A row of sums is relative to the largest of the row before, which is taken out of its logarithms; of a
/// posterior only the proportions matter, so there the constants cancel.
/// </summary>
internal static unsafe class CTCPaths<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private static V Impossible => V.Constant(double.NegativeInfinity);

    /// <summary>Writes the loss of an example and, where it is asked for, its gradient.</summary>
    internal static void Run(in CTCExample<T> example)
    {
        int labels = example.LabelCount;
        bool hasGradient = example.Gradient != null;
        *example.Loss = default;
        if (hasGradient)
        {
            new Span<T>(example.Gradient, example.Shape.Steps * example.Shape.Classes).Clear();
        }

        if (!HasPath(in example, labels))
        {
            return;
        }

        nint rows = hasGradient ? example.Steps : 2;
        CTCStates<T> states = new(in example, labels, rows, V.Count);
        double logarithm = Forward(in example, in states, rows), share = 1.0 / Math.Max(1, labels);
        *example.Loss = Scalar<T>.Constant(double.IsNegativeInfinity(logarithm) ? 0 : -share * logarithm).Lane;
        if (hasGradient && double.IsFinite(logarithm))
        {
            Backward(in example, in states, share);
        }
    }

    /// <summary>Whether there are as many steps as labels, and one more for each blank that has to stand between two equal ones.</summary>
    private static bool HasPath(in CTCExample<T> example, int labels)
    {
        nint needed = labels;
        for (int i = 1; i < labels; i++)
        {
            needed += example.Labels[i] == example.Labels[i - 1] ? 1 : 0;
        }

        return needed <= example.Steps;
    }

    /// <summary>Leaves the forward sums of all steps, or of the last two.</summary>
    /// <returns>The logarithm of the probability of the labels.</returns>
    private static double Forward(in CTCExample<T> example, in CTCStates<T> states, nint rows)
    {
        double takenOut = 0, largest = 0;
        T* sums = states.Start;
        for (nint step = 0; step < example.Steps; step++)
        {
            T* before = sums;
            sums = states.Forward(step % rows);
            Gather(in states, example.Logarithms + (step * example.Shape.Classes));
            takenOut += largest;
            largest = Number(V.MaxLane(Advance(in states, before, sums, V.Constant(largest))));
            if (double.IsNegativeInfinity(largest))
            {
                return Nothing(sums, states.Count);
            }
        }

        double last = Number(sums[states.Count - 1]), lastLabel = Number(sums[states.Count - 2]), larger = Math.Max(last, lastLabel);
        return double.IsNegativeInfinity(larger) ? larger : takenOut + larger + Math.Log(Math.Exp(last - larger) + Math.Exp(lastLabel - larger));
    }

    /// <summary>−∞ after sums that are all so; NaN where some are NaN, which a maximum may pass over.</summary>
    private static double Nothing(T* sums, nint count)
    {
        double sum = 0;
        for (nint state = 0; state < count; state++)
        {
            sum += Number(sums[state]);
        }

        return sum;
    }

    /// <summary>The forward sums of a step (equation 6): a state is reached from itself, from the state before it, and from the label before that if it is another.</summary>
    /// <returns>The largest, lane by lane.</returns>
    [MethodImpl(Simd.Loop)]
    private static V Advance(in CTCStates<T> states, T* before, T* sums, V shift)
    {
        T* skip = states.Skip, emission = states.Emission;
        V largest = Impossible;
        for (nint state = 0; state < states.Padded; state += V.Count)
        {
            V sum = LogSum(Load(before + state), Load(before + state - 1), Load(before + state - 2) + Load(skip + state)) + (Load(emission + state) - shift);
            V.Store(sum, new Address<T>(sums + state));
            largest = V.Max(largest, sum);
        }

        return largest;
    }

    /// <summary>Subtracts from the gradient how likely a path is in each state at each step (equation 16, with respect to logarithms).</summary>
    private static void Backward(in CTCExample<T> example, in CTCStates<T> states, double share)
    {
        T* later = states.End;
        for (nint step = example.Steps - 1; step >= 0; step--)
        {
            nint row = step * example.Shape.Classes;
            V likeliest = Retreat(in states, later, states.Forward(step), out V largest);
            Gather(in states, example.Logarithms + row);
            V sum = Weigh(in states, V.Splat(V.MaxLane(likeliest)), V.Splat(V.MaxLane(largest)));
            Scatter(in states, Scalar<T>.Constant(-share / Number(V.Sum(sum))), example.Gradient + row);
            later = states.Later;
        }
    }

    /// <summary>The backward sums of a step without its own probabilities (equation 10), and the logarithms of the posteriors, up to a constant.</summary>
    /// <returns>The largest of the latter, lane by lane.</returns>
    [MethodImpl(Simd.Loop)]
    private static V Retreat(in CTCStates<T> states, T* later, T* forward, out V largest)
    {
        T* skip = states.Skip, backward = states.Backward, posterior = states.Posterior;
        V likeliest = Impossible, highest = Impossible;
        for (nint state = 0; state < states.Padded; state += V.Count)
        {
            V sum = LogSum(Load(later + state), Load(later + state + 1), Load(later + state + 2) + Load(skip + state + 2));
            V product = sum + Load(forward + state);
            V.Store(sum, new Address<T>(backward + state));
            V.Store(product, new Address<T>(posterior + state));
            highest = V.Max(highest, sum);
            likeliest = V.Max(likeliest, product);
        }

        largest = highest;
        return likeliest;
    }

    /// <summary>Takes the posteriors out of their logarithms, and leaves the backward sums with the step's probabilities for the step before.</summary>
    /// <returns>The sums of the posteriors, lane by lane.</returns>
    [MethodImpl(Simd.Loop)]
    private static V Weigh(in CTCStates<T> states, V likeliest, V largest)
    {
        T* posterior = states.Posterior, backward = states.Backward, emission = states.Emission, later = states.Later;
        V sum = V.Zero;
        for (nint state = 0; state < states.Padded; state += V.Count)
        {
            V weight = V.Exp(Load(posterior + state) - likeliest);
            V.Store(weight, new Address<T>(posterior + state));
            V.Store(Load(backward + state) + (Load(emission + state) - largest), new Address<T>(later + state));
            sum += weight;
        }

        return sum;
    }

    /// <summary>ln(e^a + e^b + e^c), −∞ where all three are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogSum(V a, V b, V c)
    {
        V largest = V.Max(a, V.Max(b, c));

        // −∞ − −∞ would be no number; e^−∞ is right by itself.
        V shift = V.Select(V.GreaterThan(largest, Impossible), largest, V.Zero);
        return V.Log(V.Exp(a - shift) + V.Exp(b - shift) + V.Exp(c - shift)) + shift;
    }

    /// <summary>Reads the logarithms of the states' classes at a step.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Gather(in CTCStates<T> states, T* logarithms)
    {
        T* emission = states.Emission;
        int* classes = states.Classes;
        for (nint state = 0; state < states.Count; state++)
        {
            emission[state] = logarithms[classes[state]];
        }
    }

    /// <summary>Adds the states' posteriors, times a factor, to the gradients of their classes.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Scatter(in CTCStates<T> states, Scalar<T> factor, T* gradient)
    {
        T* posterior = states.Posterior;
        int* classes = states.Classes;
        for (nint state = 0; state < states.Count; state++)
        {
            Address<T> place = new(gradient + classes[state]);
            Scalar<T>.Store((Scalar<T>.Load(new Address<T>(posterior + state)) * factor) + Scalar<T>.Load(place), place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load(T* source) => V.Load(new Address<T>(source));

    private static double Number(T value) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);
}
