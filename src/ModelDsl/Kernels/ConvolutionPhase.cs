namespace ModelDsl.Kernels;

/// <summary>The results of one residue along the height and one along the width, which share their taps.</summary>
internal unsafe struct ConvolutionPhase
{
    /// <summary>The residue along the height.</summary>
    internal int Y;

    /// <summary>The residue along the width.</summary>
    internal int X;

    /// <summary>The taps of the phases before.</summary>
    internal int FirstTap;

    /// <summary>The number of taps.</summary>
    internal int Taps;

    /// <summary>The number of runs of the source that a result sums over.</summary>
    internal int Segments;

    /// <summary>The length of a run.</summary>
    internal int SegmentLength;

    /// <summary>Where the runs begin, from the source of the result on.</summary>
    internal nint* Offsets;
}

/// <summary>The taps of all phases, in the order in which they are summed. They lie in the working memory of the thread that begins the convolution.</summary>
internal readonly unsafe struct ConvolutionTaps
{
    internal readonly ConvolutionPhase* Phases;
    internal readonly int Count;

    /// <summary>Which row and column of the kernel a tap is: row × kernel width + column.</summary>
    internal readonly int* Kernel;

    internal ConvolutionTaps(in ConvolutionGeometry geometry)
    {
        Count = geometry.Y.OutputStep * geometry.X.OutputStep;
        int taps = geometry.Y.Kernel * geometry.X.Kernel;
        Phases = Scratch.Rent<ConvolutionPhase>(Scratch.ConvolutionPhases, Count);
        nint* offsets = Scratch.Rent<nint>(Scratch.ConvolutionOffsets, taps);
        Kernel = Scratch.Rent<int>(Scratch.ConvolutionTaps, taps);
        int done = 0;
        for (int i = 0; i < Count; i++)
        {
            ref ConvolutionPhase phase = ref Phases[i];
            phase = new ConvolutionPhase { Y = i / geometry.X.OutputStep, X = i % geometry.X.OutputStep, FirstTap = done, Offsets = offsets };
            Fill(in geometry, ref phase);
            done += phase.Taps;
            offsets += phase.Segments;
        }
    }

    /// <summary>Taps of one row of the kernel that are neighbours in the source make one run.</summary>
    private void Fill(in ConvolutionGeometry geometry, ref ConvolutionPhase phase)
    {
        bool runs = geometry.Groups == 1;
        phase.SegmentLength = geometry.Inner;
        for (int i = 0; i < geometry.Y.Kernel; i++)
        {
            if (!geometry.Y.TryTap(phase.Y, i, out int row, out int y))
            {
                continue;
            }

            int before = int.MinValue, length = 0;
            for (int j = 0; j < geometry.X.Kernel; j++)
            {
                if (!geometry.X.TryTap(phase.X, j, out int column, out int x))
                {
                    continue;
                }

                if (!runs || x != before + 1)
                {
                    phase.Offsets[phase.Segments++] = geometry.Offset(y, x);
                    length = 0;
                }

                Kernel[phase.FirstTap + phase.Taps++] = (row * geometry.X.Kernel) + column;
                phase.SegmentLength = Math.Max(phase.SegmentLength, length += geometry.Inner);
                before = x;
            }
        }
    }
}
