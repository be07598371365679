using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>Turns what was written into a network: rules of order, then shapes, names and parameters, then advice.</summary>
internal static class NetworkInference
{
    /// <summary>A step keeps the results of layers, their gradients and what their derivatives need, at most about four times as much together.</summary>
    private const int MaxResults = int.MaxValue / 4;

    /// <summary>The network, or null after a report of what is wrong.</summary>
    public static Network? Infer(ModelSpec model, ICollection<Fault> faults)
    {
        int before = faults.Count;
        IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers = LayerTable.Find(model.Layers);
        OrderRules.Check(layers, faults);
        Network? network = faults.Count > before ? null : Walk(layers, faults);
        if (network is not null)
        {
            AdviceRules.Check(network, faults);
        }

        return network;
    }

    private static Network? Walk(IReadOnlyList<(LayerSpec Spec, LayerKind Kind)> layers, ICollection<Fault> faults)
    {
        SequenceInference inference = new();
        if (inference.Walk(layers, new BlockUse(string.Empty, string.Empty), Shape.Scalar, faults) is not { } sequence)
        {
            return null;
        }

        if (!Fits("inputs", inference.Inputs.Sum(tower => tower.Shape.Size), faults)
            || !Fits("outputs", sequence.Heads.Sum(head => head.Branch.Output.Size), faults)
            || !Fits("targets", sequence.Heads.Sum(head => head.Target.Shape.Size), faults))
        {
            return null;
        }

        NetworkBranch trunk = sequence.Trunk.LengthOffset is null ? sequence.Trunk : sequence.Trunk with { InputOffset = 0 };
        NetworkInput[] inputs = trunk.LengthOffset is null ? [.. inference.Inputs] : [.. NetworkInput.Of(inference.Tokens.Count > 1 ? "tokens" : "features", trunk)];
        Network network = new()
        {
            Input = inputs.Length == 0 ? trunk.Input : new Shape((int)inputs.Sum(tower => tower.Shape.Size)),
            Inputs = inputs,
            Tokens = inference.Tokens,
            Output = sequence.Heads.Count == 0 ? trunk.Output : new Shape((int)sequence.Heads.Sum(head => head.Branch.Output.Size)),
            Trunk = trunk,
            Loss = sequence.Loss,
            Heads = sequence.Heads,
        };
        if (network.IsTrained && network.TrainedSize == 0)
        {
            faults.Add(WithoutWeights(network));
            return null;
        }

        return ResultsFit(network, faults) && ParameterPlaces.Assign(network, faults) ? network : null;
    }

    /// <summary>A layer with weights belongs before the activation that the loss is defined on.</summary>
    private static Fault WithoutWeights(Network network)
    {
        NetworkNode[] tail = [.. network.Trunk.Nodes.Reverse().TakeWhile(node => node.Kind.Role == LayerRole.Activation)];
        LayerSpec? behind = tail.Length > 0 ? tail[tail.Length - 1].Spec : network.Loss?.Spec;
        string dense = $"Dense({network.Trunk.Output.Columns})";
        return new Fault(
            RuleIds.NoLayers,
            Site.Class,
            $"The model has a loss, but no layer with weights: there is nothing to train.\nAdd one, such as [{dense}].",
            behind is not null && network.Trunk.Output.Rank == 1 ? $"insert@{behind.Attribute} {dense}" : string.Empty);
    }

    /// <summary>Whether one example's step fits the memory that an index of 32 bits reaches; a report where not.</summary>
    private static bool ResultsFit(Network network, ICollection<Fault> faults)
    {
        double size = network.Nodes.Sum(node => node.ResultSize);
        if (size <= MaxResults)
        {
            return true;
        }

        faults.Add(new Fault(RuleIds.TooLarge, Site.Class, FormattableString.Invariant($"The layers' results for one example have {size:N0} elements together, more than the {MaxResults:N0} that are possible.\nUse smaller sizes.")));
        return false;
    }

    /// <summary>Whether several inputs or outputs fit one row; a report where not.</summary>
    private static bool Fits(string what, long size, ICollection<Fault> faults)
    {
        if (size <= int.MaxValue)
        {
            return true;
        }

        faults.Add(new Fault(RuleIds.TooLarge, Site.Class, $"The {what} of one example have {size} elements together, more than the {int.MaxValue} that are possible.\nUse smaller sizes."));
        return false;
    }
}
