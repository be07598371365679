using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// The same as ColdStart.ModelDsl, in libtorch: "predict", "step", or nothing.
if (args.Length == 0)
{
    return;
}

manual_seed(1);
using var model = Sequential(Linear(784, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 10));
switch (args[0])
{
    case "predict":
        using (no_grad())
        {
            Console.WriteLine(functional.softmax(model.forward(zeros(1, 784)), 1)[0, 0].item<float>());
        }

        break;
    case "step":
        using (var optimizer = optim.AdamW(model.parameters(), 1e-3))
        {
            var loss = functional.cross_entropy(model.forward(zeros(64, 784)), zeros(64, ScalarType.Int64));
            loss.backward();
            optimizer.step();
            Console.WriteLine(loss.item<float>());
        }

        break;
}
