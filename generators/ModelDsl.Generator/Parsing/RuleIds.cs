namespace ModelDsl.Generator.Parsing;

/// <summary>The numbers of the rules: 1xxx declaration, 2xxx shapes and architecture, 3xxx losses and training, 4xxx advice.</summary>
internal static class RuleIds
{
    public const string NotPartial = "MDSL1001";
    public const string Nested = "MDSL1002";
    public const string Generic = "MDSL1003";
    public const string Static = "MDSL1004";
    public const string SeveralParts = "MDSL1005";
    public const string HasBase = "MDSL1006";
    public const string NotClass = "MDSL1007";
    public const string LayerWithoutModel = "MDSL1008";
    public const string DuplicateName = "MDSL1009";
    public const string ModelNotFirst = "MDSL1010";
    public const string FileLocal = "MDSL1011";
    public const string NotBlock = "MDSL1012";

    public const string NoInput = "MDSL2001";
    public const string InputNotFirst = "MDSL2002";
    public const string NoLayers = "MDSL2003";
    public const string NonPositiveSize = "MDSL2004";
    public const string RateOutOfRange = "MDSL2005";
    public const string TooLarge = "MDSL2006";
    public const string BadArgument = "MDSL2007";
    public const string WrongRank = "MDSL2008";
    public const string WindowTooLarge = "MDSL2009";
    public const string NotDivisible = "MDSL2010";
    public const string ElementCount = "MDSL2011";
    public const string NoPermutation = "MDSL2012";
    public const string NothingToNormalize = "MDSL2013";
    public const string BranchesDisagree = "MDSL2014";
    public const string RecursiveBlock = "MDSL2015";
    public const string MisplacedInBlock = "MDSL2016";
    public const string EmptyBlock = "MDSL2017";
    public const string IdsAndValues = "MDSL2018";
    public const string NoTable = "MDSL2019";
    public const string LengthsLost = "MDSL2020";
    public const string OverBudget = "MDSL2021";

    public const string LossNotLast = "MDSL3001";
    public const string SeveralLosses = "MDSL3002";
    public const string LossNeedsSoftmax = "MDSL3003";
    public const string LossNeedsSigmoid = "MDSL3004";
    public const string DoubleSoftmax = "MDSL3005";
    public const string ClassCount = "MDSL3006";
    public const string ClassWeights = "MDSL3007";
    public const string TrainingWithoutLoss = "MDSL3008";
    public const string DataLength = "MDSL3009";
    public const string TargetKind = "MDSL3010";

    public const string LinearTwice = "MDSL4001";
    public const string DropoutLast = "MDSL4002";
    public const string ActivationTwice = "MDSL4003";
    public const string UnflattenedImage = "MDSL4004";
    public const string ActivationBeforeRegressionLoss = "MDSL4005";
    public const string UnreadPixels = "MDSL4006";
    public const string BiasBeforeNorm = "MDSL4007";
    public const string DropoutBeforeNorm = "MDSL4008";
    public const string SaturatedOutput = "MDSL4009";
}
