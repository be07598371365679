namespace ModelDsl.CompiledTests.Models;

/// <content>Ids, recurrence and attention.</content>
public static partial class Catalog
{
    private static readonly Dictionary<string, (Func<long, Model<float>> Single, Func<long, Model<double>> Double)> sequences = new()
    {
        [nameof(EmbeddingModel)] = (seed => new EmbeddingModel(seed), seed => new EmbeddingModel64(seed)),
        [nameof(PaddedEmbeddingModel)] = (seed => new PaddedEmbeddingModel(seed), seed => new PaddedEmbeddingModel64(seed)),
        [nameof(PositionalEmbeddingModel)] = (seed => new PositionalEmbeddingModel(seed), seed => new PositionalEmbeddingModel64(seed)),
        [nameof(SinusoidalPositionsModel)] = (seed => new SinusoidalPositionsModel(seed), seed => new SinusoidalPositionsModel64(seed)),
        [nameof(TiedDenseModel)] = (seed => new TiedDenseModel(seed), seed => new TiedDenseModel64(seed)),
        [nameof(TokenTowerModel)] = (seed => new TokenTowerModel(seed), seed => new TokenTowerModel64(seed)),
        [nameof(TimeReverseModel)] = (seed => new TimeReverseModel(seed), seed => new TimeReverseModel64(seed)),
        [nameof(AttentionModel)] = (seed => new AttentionModel(seed), seed => new AttentionModel64(seed)),
        [nameof(CausalAttentionModel)] = (seed => new CausalAttentionModel(seed), seed => new CausalAttentionModel64(seed)),
        [nameof(GroupedAttentionModel)] = (seed => new GroupedAttentionModel(seed), seed => new GroupedAttentionModel64(seed)),
        [nameof(BiasedAttentionModel)] = (seed => new BiasedAttentionModel(seed), seed => new BiasedAttentionModel64(seed)),
        [nameof(RotaryAttentionModel)] = (seed => new RotaryAttentionModel(seed), seed => new RotaryAttentionModel64(seed)),
        [nameof(DropoutAttentionModel)] = (seed => new DropoutAttentionModel(seed), seed => new DropoutAttentionModel64(seed)),
        [nameof(GptModel)] = (seed => new GptModel(seed), seed => new GptModel64(seed)),
        [nameof(RNNModel)] = (seed => new RNNModel(seed), seed => new RNNModel64(seed)),
        [nameof(ReLURNNModel)] = (seed => new ReLURNNModel(seed), seed => new ReLURNNModel64(seed)),
        [nameof(LSTMModel)] = (seed => new LSTMModel(seed), seed => new LSTMModel64(seed)),
        [nameof(StackedLSTMModel)] = (seed => new StackedLSTMModel(seed), seed => new StackedLSTMModel64(seed)),
        [nameof(GRUModel)] = (seed => new GRUModel(seed), seed => new GRUModel64(seed)),
        [nameof(StackedGRUModel)] = (seed => new StackedGRUModel(seed), seed => new StackedGRUModel64(seed)),
        [nameof(SingleStepModel)] = (seed => new SingleStepModel(seed), seed => new SingleStepModel64(seed)),
        [nameof(BidirectionalModel)] = (seed => new BidirectionalModel(seed), seed => new BidirectionalModel64(seed)),
        [nameof(BidirectionalSummaryModel)] = (seed => new BidirectionalSummaryModel(seed), seed => new BidirectionalSummaryModel64(seed)),
        [nameof(IgnoringModel)] = (seed => new IgnoringModel(seed), seed => new IgnoringModel64(seed)),
        [nameof(WeightedIgnoringModel)] = (seed => new WeightedIgnoringModel(seed), seed => new WeightedIgnoringModel64(seed)),
        [nameof(LengthRNNModel)] = (seed => new LengthRNNModel(seed), seed => new LengthRNNModel64(seed)),
        [nameof(LengthLSTMModel)] = (seed => new LengthLSTMModel(seed), seed => new LengthLSTMModel64(seed)),
        [nameof(LengthGRUModel)] = (seed => new LengthGRUModel(seed), seed => new LengthGRUModel64(seed)),
        [nameof(LengthRepeatModel)] = (seed => new LengthRepeatModel(seed), seed => new LengthRepeatModel64(seed)),
        [nameof(LengthAttentionModel)] = (seed => new LengthAttentionModel(seed), seed => new LengthAttentionModel64(seed)),
        [nameof(LengthBidirectionalModel)] = (seed => new LengthBidirectionalModel(seed), seed => new LengthBidirectionalModel64(seed)),
        [nameof(LengthConvolutionModel)] = (seed => new LengthConvolutionModel(seed), seed => new LengthConvolutionModel64(seed)),
        [nameof(LengthTowerModel)] = (seed => new LengthTowerModel(seed), seed => new LengthTowerModel64(seed)),
        [nameof(CosineModel)] = (seed => new CosineModel(seed), seed => new CosineModel64(seed)),
        [nameof(SequenceCosineModel)] = (seed => new SequenceCosineModel(seed), seed => new SequenceCosineModel64(seed)),
        [nameof(LengthCosineModel)] = (seed => new LengthCosineModel(seed), seed => new LengthCosineModel64(seed)),
        [nameof(TripletModel)] = (seed => new TripletModel(seed), seed => new TripletModel64(seed)),
        [nameof(SquaredTripletModel)] = (seed => new SquaredTripletModel(seed), seed => new SquaredTripletModel64(seed)),
        [nameof(TripletTowersModel)] = (seed => new TripletTowersModel(seed), seed => new TripletTowersModel64(seed)),
        [nameof(TokenTripletModel)] = (seed => new TokenTripletModel(seed), seed => new TokenTripletModel64(seed)),
    };
}
