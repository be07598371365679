using ModelDsl;

// What a program does that starts, predicts or takes a training step once, and ends: "predict", "step", or nothing, for what the runtime itself takes.
switch (args.FirstOrDefault())
{
    case "predict":
        Console.WriteLine(new ColdStart.Perceptron(seed: 1).Predict(new float[784])[0]);
        break;
    case "step":
        Trainer<float> trainer = new(new ColdStart.Perceptron(seed: 1), new AdamW(1e-3));
        Console.WriteLine(trainer.Step(new float[64 * 784], new int[64]));
        break;
}
