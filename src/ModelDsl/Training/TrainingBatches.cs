using System.Numerics;
using System.Runtime.ExceptionServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// The batches of a training, in order. Where the data is worth it and threads can be had, the next batch is gathered on a thread of its own while
/// the current one trains; the batches are the same either way. Data is read from one thread at a time, and never during a validation.
/// </summary>
internal sealed class TrainingBatches<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] order;
    private readonly int batchSize;
    private readonly SemaphoreSlim asked = new(0);
    private readonly SemaphoreSlim answered = new(0);
    private BatchBuffers<T> current;
    private BatchBuffers<T> next;
    private Thread? helper;
    private Exception? fault;
    private int epoch;
    private int position;
    private int end;
    private int nextCount;
    private bool isAhead;

    internal TrainingBatches(Dataset<T> data, ValueLimits limits, int[] order, int batchSize)
    {
        this.order = order;
        this.batchSize = Math.Min(batchSize, data.Count);
        current = new BatchBuffers<T>(data, limits, this.batchSize);
        next = current;
        if (data.PreparesAhead && Parallelism.Threads > 1 && TryStart())
        {
            next = new BatchBuffers<T>(data, limits, this.batchSize);
        }
    }

    /// <summary>Where the examples of the current batch lie.</summary>
    internal BatchAddresses<T> Addresses => current.Addresses;

    /// <summary>Begins a pass over the first <paramref name="examples"/> of the order.</summary>
    internal void Begin(int epoch, int examples)
    {
        this.epoch = epoch;
        position = 0;
        end = examples;
    }

    /// <summary>Goes on to the next batch.</summary>
    /// <returns>The number of its examples; 0 at the end of the pass.</returns>
    internal int Next()
    {
        int count = Math.Min(batchSize, end - position);
        if (isAhead)
        {
            Await();
            (current, next) = (next, current);
        }
        else if (count > 0)
        {
            current.Gather(order.AsSpan(position, count), epoch);
        }

        position += count;
        nextCount = Math.Min(batchSize, end - position);
        if (helper is not null && nextCount > 0)
        {
            isAhead = true;
            asked.Release();
        }

        return count;
    }

    /// <summary>Ends the thread, once it has done what it is at.</summary>
    public void Dispose()
    {
        if (helper is not null)
        {
            if (isAhead)
            {
                answered.Wait();
            }

            nextCount = 0;
            asked.Release();
            helper.Join();
        }

        asked.Dispose();
        answered.Dispose();
        GC.KeepAlive(current);
    }

    private bool TryStart()
    {
        try
        {
            helper = new Thread(Help) { IsBackground = true, Name = "ModelDsl batches" };
            helper.UnsafeStart();
            return true;
        }
        catch (Exception exception) when (exception is PlatformNotSupportedException or OutOfMemoryException or ThreadStartException)
        {
            helper = null;
            return false;
        }
    }

    private void Await()
    {
        answered.Wait();
        isAhead = false;
        if (fault is { } thrown)
        {
            fault = null;
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    private void Help()
    {
        while (true)
        {
            asked.Wait();
            if (nextCount == 0)
            {
                return;
            }

            try
            {
                next.Gather(order.AsSpan(position, nextCount), epoch);
            }
            catch (Exception exception)
            {
                fault = exception;
            }

            answered.Release();
        }
    }
}
