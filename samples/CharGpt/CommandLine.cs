using System.CommandLine;

namespace CharGpts;

/// <summary>The options, read.</summary>
internal static class CommandLine
{
    /// <summary>The command.</summary>
    public static RootCommand Create()
    {
        Option<FileInfo?> data = new("--data") { Description = "A text file to learn from. Without it: the C# sources of the project." };
        Option<int> steps = Positive("--steps", "How many steps to train, 12 stretches of 64 characters each.", 2000);
        Option<long> seed = new("--seed") { Description = "The seed of weights, batches and samples.", DefaultValueFactory = _ => 1 };
        Option<int> threads = Positive("--threads", "How many threads to use.", Environment.ProcessorCount);
        Option<string> save = new("--save") { Description = "Where the weights go.", DefaultValueFactory = _ => "chargpt.safetensors" };
        Option<bool> resume = new("--resume") { Description = "Start from the weights in that file; the optimiser's memory starts anew." };
        Option<string> prompt = new("--prompt") { Description = "What samples begin with, up to 64 characters.", DefaultValueFactory = _ => "\n" };
        Option<int> length = Positive("--length", "How many characters a sample has.", 500);
        Option<int> every = Positive("--every", "After how many steps a sample is written.", 500);
        RootCommand command = new("Trains a small GPT on the characters of a text, and writes in its manner.") { data, steps, seed, threads, save, resume, prompt, length, every };
        command.SetAction(result => Run(result, new Options(
            result.GetValue(data), result.GetValue(steps), result.GetValue(seed), result.GetValue(threads), result.GetValue(save)!,
            result.GetValue(resume), result.GetValue(prompt)!, result.GetValue(length), result.GetValue(every))));
        return command;
    }

    private static Option<int> Positive(string name, string description, int usual)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int value) && value < 1)
            {
                result.AddError($"{name} is {value}, but it has to be at least 1.");
            }
        });
        return option;
    }

    private static int Run(ParseResult result, Options options)
    {
        try
        {
            TrainCommand.Run(options);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or ModelDsl.WeightFileException)
        {
            result.InvocationConfiguration.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
