namespace ModelDsl.CompiledTests.Models;

/// <content>Combinators of blocks.</content>
public static partial class Catalog
{
    private static readonly Dictionary<string, (Func<long, Model<float>> Single, Func<long, Model<double>> Double)> blocks = new()
    {
        [nameof(ResidualModel)] = (seed => new ResidualModel(seed), seed => new ResidualModel64(seed)),
        [nameof(TwiceResidualModel)] = (seed => new TwiceResidualModel(seed), seed => new TwiceResidualModel64(seed)),
        [nameof(RepeatOnceModel)] = (seed => new RepeatOnceModel(seed), seed => new RepeatOnceModel64(seed)),
        [nameof(RepeatModel)] = (seed => new RepeatModel(seed), seed => new RepeatModel64(seed)),
        [nameof(SharedRepeatModel)] = (seed => new SharedRepeatModel(seed), seed => new SharedRepeatModel64(seed)),
        [nameof(RepeatResidualModel)] = (seed => new RepeatResidualModel(seed), seed => new RepeatResidualModel64(seed)),
        [nameof(RepeatInRepeatModel)] = (seed => new RepeatInRepeatModel(seed), seed => new RepeatInRepeatModel64(seed)),
        [nameof(RepeatBatchNormModel)] = (seed => new RepeatBatchNormModel(seed), seed => new RepeatBatchNormModel64(seed)),
        [nameof(RepeatDropoutModel)] = (seed => new RepeatDropoutModel(seed), seed => new RepeatDropoutModel64(seed)),
        [nameof(AddModel)] = (seed => new AddModel(seed), seed => new AddModel64(seed)),
        [nameof(AddThreeModel)] = (seed => new AddThreeModel(seed), seed => new AddThreeModel64(seed)),
        [nameof(AddFourModel)] = (seed => new AddFourModel(seed), seed => new AddFourModel64(seed)),
        [nameof(SkipModel)] = (seed => new SkipModel(seed), seed => new SkipModel64(seed)),
        [nameof(TwoOfAKindModel)] = (seed => new TwoOfAKindModel(seed), seed => new TwoOfAKindModel64(seed)),
        [nameof(MultiplyModel)] = (seed => new MultiplyModel(seed), seed => new MultiplyModel64(seed)),
        [nameof(MultiplyThreeModel)] = (seed => new MultiplyThreeModel(seed), seed => new MultiplyThreeModel64(seed)),
        [nameof(ChannelAttentionModel)] = (seed => new ChannelAttentionModel(seed), seed => new ChannelAttentionModel64(seed)),
        [nameof(ConcatenateModel)] = (seed => new ConcatenateModel(seed), seed => new ConcatenateModel64(seed)),
        [nameof(ConcatenateThreeModel)] = (seed => new ConcatenateThreeModel(seed), seed => new ConcatenateThreeModel64(seed)),
        [nameof(ConcatenateAxisModel)] = (seed => new ConcatenateAxisModel(seed), seed => new ConcatenateAxisModel64(seed)),
        [nameof(DotModel)] = (seed => new DotModel(seed), seed => new DotModel64(seed)),
        [nameof(RecommenderModel)] = (seed => new RecommenderModel(seed), seed => new RecommenderModel64(seed)),
        [nameof(SiameseModel)] = (seed => new SiameseModel(seed), seed => new SiameseModel64(seed)),
        [nameof(ThreeTowersModel)] = (seed => new ThreeTowersModel(seed), seed => new ThreeTowersModel64(seed)),
        [nameof(HeadsModel)] = (seed => new HeadsModel(seed), seed => new HeadsModel64(seed)),
        [nameof(NestedModel)] = (seed => new NestedModel(seed), seed => new NestedModel64(seed)),
        [nameof(SharedDeepModel)] = (seed => new SharedDeepModel(seed), seed => new SharedDeepModel64(seed)),
        [nameof(SmallResNetModel)] = (seed => new SmallResNetModel(seed), seed => new SmallResNetModel64(seed)),
    };
}
