using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>The room that generated code reserves for packed weights, and a guard behind it.</summary>
internal sealed unsafe class PackedRoom<T> : IDisposable
    where T : unmanaged
{
    private const int PanelBytes = 128;
    private const double Guard = 12345;

    private readonly PinnedBuffer<T> buffer;

    /// <param name="rows">The rows of all panels.</param>
    /// <param name="columns">The columns, which panels round up.</param>
    internal PackedRoom(int rows, int columns)
    {
        int panel = PanelBytes / sizeof(T);
        buffer = new PinnedBuffer<T>((rows * ((columns + panel - 1) / panel * panel)) + 1);
        buffer.Span[^1] = VectorFunctions.From<T>(Guard);
    }

    internal Address<T> Address => buffer.Address;

    public void Dispose()
    {
        Assert.Equal(Guard, VectorFunctions.To(buffer.Span[^1]));
        buffer.Dispose();
    }
}
