using ModelDsl.Generator.Costs;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Emission;

/// <summary>A model after all phases: what its class is written from.</summary>
/// <param name="Spec">What its author wrote.</param>
/// <param name="Network">Its layers.</param>
/// <param name="Cost">What its layers cost.</param>
/// <param name="Training">The program of a training step, null without a loss.</param>
/// <param name="Inference">The program of a prediction, and of the loss of one.</param>
/// <param name="Step">The program of one step through a sequence, null where the model cannot be gone through step by step.</param>
/// <param name="TrainingResults">The loss and its weight in the training graph.</param>
/// <param name="InferenceResults">The loss and its weight in the inference graph.</param>
/// <param name="Constants">The constant tables and the fields that hold them.</param>
internal sealed record CompiledModel(
    ModelSpec Spec,
    Network Network,
    NetworkCost Cost,
    ProgramContext? Training,
    ProgramContext Inference,
    StepProgram? Step,
    (Value Loss, Value Weight)? TrainingResults,
    (Value Loss, Value Weight)? InferenceResults,
    IReadOnlyDictionary<Operation, string> Constants)
{
    public string Element => Spec.IsDouble ? "double" : "float";

    public long ParameterCount => Network.TrainedSize;
}

/// <summary>The program of one step through a sequence.</summary>
/// <param name="Program">The program.</param>
/// <param name="StateSize">The elements that a sequence carries from step to step.</param>
internal sealed record StepProgram(ProgramContext Program, int StateSize);
