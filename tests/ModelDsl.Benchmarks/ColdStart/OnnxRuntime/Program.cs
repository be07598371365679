using Microsoft.ML.OnnxRuntime;

// The same as ColdStart.ModelDsl, in ONNX Runtime: "predict" and the model's file, or nothing.
if (args is ["predict", string file])
{
    using InferenceSession session = new(file);
    using OrtValue inputs = OrtValue.CreateTensorValueFromMemory(new float[784], [1, 784]);
    using RunOptions run = new();
    using var outputs = session.Run(run, ["x"], [inputs], ["y"]);
    Console.WriteLine(outputs[0].GetTensorDataAsSpan<float>()[0]);
}
