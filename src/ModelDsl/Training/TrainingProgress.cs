namespace ModelDsl;

/// <summary>How far a training is. Reported at most about twenty times a second, and at the end of each epoch.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Step">The steps of this epoch that are done.</param>
/// <param name="StepsPerEpoch">The steps of an epoch.</param>
/// <param name="Loss">The mean training loss of this epoch so far.</param>
/// <param name="ValidationLoss">The loss on the validation data, at the end of an epoch; otherwise null.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation data, from 0 to 1, at the end of an epoch; otherwise null.</param>
/// <param name="ExamplesPerSecond">The training examples per second of this epoch so far.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Step, int StepsPerEpoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, double ExamplesPerSecond, double LearningRate);
