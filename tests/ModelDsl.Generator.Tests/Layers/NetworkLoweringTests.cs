using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Layers;

public sealed class NetworkLoweringTests
{
    [Fact]
    public void A_network_becomes_operations_in_source_order()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(Network(Input(3), Dense(2), Layer("ReLU")), isTraining: false);

        Assert.Equal(
            """
            %0: [n, 3] = input
            %1: [3, 2] = parameter dense1.weight
            %2: [2] = parameter dense1.bias
            %3: [n, 2] = matmul of %0, %1
            %4: [n, 2] = map $0 + $1 of %3, %2
            %5: [n, 2] = map max($0, 0) of %4
            prediction = %5

            """,
            GraphText.Print(lowered.Graph.Values, [new("prediction", lowered.Prediction)]));
    }
}
