using ModelDsl;
using Spectre.Console;

namespace Digits;

/// <summary>Shows training as it goes: a bar on a terminal, a line for each epoch in a file.</summary>
internal static class TrainingProgressView
{
    /// <summary>Runs a training and shows its progress.</summary>
    /// <param name="epochs">The epochs that it will take.</param>
    /// <param name="training">The training, which reports to the given sink.</param>
    public static void Show(int epochs, Action<IProgress<TrainingProgress>> training)
    {
        if (Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
        {
            training(new Lines());
            return;
        }
        AnsiConsole.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new RemainingTimeColumn())
            .Start(context => training(new Bar(context.AddTask("Learning", maxValue: epochs))));
    }

    private static string Validation(TrainingProgress progress) =>
        progress.ValidationAccuracy is { } accuracy ? $", test loss {progress.ValidationLoss:F4}, test accuracy {accuracy:P1}" : "";

    private sealed class Lines : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Step == value.StepsPerEpoch)
                Console.WriteLine($"epoch {value.Epoch} of {value.Epochs}: loss {value.Loss:F4}{Validation(value)}, {value.ExamplesPerSecond:N0} pictures/s");
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<TrainingProgress>
    {
        private string validation = "";

        public void Report(TrainingProgress value)
        {
            if (value.ValidationAccuracy is not null)
                validation = $", test accuracy {value.ValidationAccuracy:P1}";
            task.Value = value.Epoch - 1 + ((double)value.Step / value.StepsPerEpoch);
            task.Description = Markup.Escape($"epoch {value.Epoch} of {value.Epochs}: loss {value.Loss:F4}{validation}");
        }
    }
}
