using System.Numerics;

namespace ModelDsl;

/// <content>Training.</content>
public abstract partial class Model<T>
{
    private int isTraining;

    /// <summary>Trains the model.</summary>
    /// <param name="data">The examples to learn from.</param>
    /// <param name="optimizer">How gradients change the weights, with the learning rate or its schedule. Its state starts anew with each training.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="progress">Who wants to know how far it is; called on the training thread.</param>
    /// <param name="cancellationToken">Ends the training between two steps; the model then has the weights of the last whole step.</param>
    /// <returns>What happened, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">The data does not fit the model; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">The model has no loss, or is being trained already.</exception>
    /// <exception cref="TrainingDivergedException">The loss, or the norm of a gradient to clip, was not finite; the model has the weights before that step.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public TrainingHistory Fit(
        Dataset<T> data, Optimizer optimizer, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (Interlocked.Exchange(ref isTraining, 1) != 0)
        {
            throw new InvalidOperationException($"The model {Definition.Name} is being trained already.");
        }

        try
        {
            using FitLoop<T> loop = new(this, data, optimizer, options ?? new TrainingOptions(), progress);
            return loop.Run(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref isTraining, 0);
        }
    }

    /// <summary>Trains the model on a thread of the pool.</summary>
    /// <inheritdoc cref="Fit"/>
    public Task<TrainingHistory> FitAsync(
        Dataset<T> data, Optimizer optimizer, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => Fit(data, optimizer, options, progress, cancellationToken), cancellationToken);
}
