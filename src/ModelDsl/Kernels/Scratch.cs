using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Working memory that belongs to a thread and a purpose. It grows and is then kept, so that a kernel that has run once allocates nothing.</summary>
internal static unsafe class Scratch
{
    /// <summary>The slot of the packed panel of a product's right operand.</summary>
    internal const int RightPanel = 0;

    /// <summary>The slot of the rows of a left operand, for dot products along them.</summary>
    internal const int LeftRows = 1;

    /// <summary>The slot of a product's tile that is not stored whole.</summary>
    internal const int Tile = 2;

    /// <summary>The slot of the sums of blocks of rows.</summary>
    internal const int ColumnSums = 3;

    /// <summary>The slot of the rows of a convolution's source with their borders.</summary>
    internal const int ConvolutionRegion = 4;

    /// <summary>The slot of a convolution's phases.</summary>
    internal const int ConvolutionPhases = 5;

    /// <summary>The slot of the places of a convolution's runs.</summary>
    internal const int ConvolutionOffsets = 6;

    /// <summary>The slot of the order of a convolution's taps.</summary>
    internal const int ConvolutionTaps = 7;

    /// <summary>The slot of a convolution's packed weights.</summary>
    internal const int ConvolutionWeights = 8;

    /// <summary>The slot of the sums of a weight gradient's chunks.</summary>
    internal const int ConvolutionSums = 9;

    /// <summary>The slot of the weights of an interpolation.</summary>
    internal const int InterpolationWeights = 10;

    /// <summary>The slot of the packed weights of a recurrence, which all its parts read.</summary>
    internal const int RecurrenceWeights = 11;

    /// <summary>The slot of the states and sums of a part of a recurrence.</summary>
    internal const int RecurrenceStates = 12;

    /// <summary>The slot of the order of the examples of a part of a recurrence.</summary>
    internal const int RecurrenceRows = 13;

    /// <summary>The slot of the rows of an attention's keys.</summary>
    internal const int AttentionKeys = 14;

    /// <summary>The slot of the rows of its values.</summary>
    internal const int AttentionValues = 15;

    /// <summary>The slot of a block of its scores.</summary>
    internal const int AttentionScores = 16;

    /// <summary>The slot of the largest scores and the sums of a block's rows.</summary>
    internal const int AttentionSums = 17;

    /// <summary>The slot of the gradients of a block's scores.</summary>
    internal const int AttentionGradients = 18;

    /// <summary>The slot of a block's packed queries, or of the gradients of its results.</summary>
    internal const int AttentionQueries = 19;

    /// <summary>The slot of the rows of a block's queries.</summary>
    internal const int AttentionQueryRows = 20;

    /// <summary>The slot of the rows of the gradients of a block's results.</summary>
    internal const int AttentionResultRows = 21;

    /// <summary>The slot of the numbers of keys of a step's examples.</summary>
    internal const int AttentionLengths = 22;

    /// <summary>The slot of the sums over the states of a sequence of labels.</summary>
    internal const int CTCRows = 23;

    /// <summary>The slot of the classes of those states.</summary>
    internal const int CTCClasses = 24;

    /// <summary>The slot of a convolution's weights at the points of its tiles.</summary>
    internal const int WinogradWeights = 25;

    /// <summary>The slot of the patches of a part at those points.</summary>
    internal const int WinogradPatches = 26;

    /// <summary>The slot of the results of a part at those points.</summary>
    internal const int WinogradResults = 27;

    /// <summary>The slot of the second halves of a product's sums.</summary>
    internal const int ProductHalves = 28;

    /// <summary>The slot of the sums of chunks of rows.</summary>
    internal const int ChunkSums = 29;

    /// <summary>The slot of the factors of an attention's weights, as they are drawn.</summary>
    internal const int AttentionDraws = 30;

    /// <summary>The slot of those factors as a block's scores lie.</summary>
    internal const int AttentionFactors = 31;

    /// <summary>The slot of the copies of the left operand's tiles.</summary>
    internal const int LeftTiles = 32;

    /// <summary>The slot of the sums of the second half of scattered rows.</summary>
    internal const int ScatteredSums = 33;

    /// <summary>The slot of the panels of a product's right operand that several parts read.</summary>
    internal const int RightPanels = 34;

    /// <summary>The slot of how many rows of each of them are packed.</summary>
    internal const int RightPanelRows = 35;

    private const int Slots = 36;
    private const int Alignment = 64;

    /// <summary>
    /// The bytes between two buffers, which may be two threads'. A processor that expects a run to go on fetches lines from behind its end; where those are another thread's, each passes from core to core
    /// and back. Where cores lie far apart, attention's gradient, which uses small buffers again and again, took 0.6 to 0.8 of the time on two threads with this distance, and more gained no more.
    /// </summary>
    private const int Distance = 1 << 14;

    [ThreadStatic]
    private static Buffer[]? buffers;

    /// <summary>At least <paramref name="elements"/> elements at a multiple of 64 bytes, with unspecified content, valid until the same thread rents the same slot again.</summary>
    internal static T* Rent<T>(int slot, nint elements)
        where T : unmanaged
    {
        Buffer[] own = buffers ??= new Buffer[Slots];
        ref Buffer buffer = ref own[slot];
        nint bytes = elements * sizeof(T);
        if (buffer.Capacity < bytes)
        {
            buffer = new Buffer(bytes);
        }

        return (T*)buffer.Start;
    }

    /// <summary>The array is on the pinned heap, so the address holds as long as the array is referenced; it goes with its thread.</summary>
    private readonly struct Buffer
    {
        internal readonly byte* Start;
        internal readonly nint Capacity;
        private readonly byte[] memory;

        internal Buffer(nint bytes)
        {
            memory = GC.AllocateUninitializedArray<byte>(checked((int)bytes + Alignment + Distance), pinned: true);
            nint start = (nint)Unsafe.AsPointer(ref memory[0]);
            Start = (byte*)((start + Alignment - 1) & -Alignment);
            Capacity = bytes;
        }
    }
}
