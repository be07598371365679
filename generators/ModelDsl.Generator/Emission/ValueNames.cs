using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Gives each value of a program a name that a reader recognises: the layer's for its output, the parameter's, and for a gradient the name of what it is the gradient of.</summary>
internal sealed class ValueNames
{
    private readonly Dictionary<Value, string> names = [];
    private readonly HashSet<string> taken = [];

    /// <param name="values">All values, in order.</param>
    /// <param name="adjoints">The gradient of a value, where it has one.</param>
    public ValueNames(IReadOnlyList<Value> values, IReadOnlyDictionary<Value, Value> adjoints)
    {
        Dictionary<Value, Value> gradientOf = [];
        foreach (KeyValuePair<Value, Value> adjoint in adjoints.Where(adjoint => adjoint.Value.Resolved.Id > adjoint.Key.Id))
        {
            gradientOf[adjoint.Value.Resolved] = adjoint.Key;
        }

        // The forward pass ends with the last value that has a gradient: the loss.
        int forward = adjoints.Count == 0 ? int.MaxValue : adjoints.Keys.Max(value => value.Id);
        Dictionary<string, Value> lastOfLayer = [];
        foreach (Value value in values.Where(value => value.Id <= forward && value.Operation is not (Source or Parameter or Constant or Sinusoids)))
        {
            lastOfLayer[value.Layer] = value;
        }

        foreach (Value value in values)
        {
            string name = gradientOf.TryGetValue(value, out Value? original) && names.TryGetValue(original, out string? known)
                ? known + "Gradient"
                : lastOfLayer.TryGetValue(value.Layer, out Value? last) && last == value ? value.Layer : value.Layer + Kind(value);
            names[value] = Unique(Identifier(name));
        }
    }

    public string this[Value value] => names[value.Resolved];

    /// <summary>A C# identifier: dots vanish, what follows them is capitalised.</summary>
    public static string Identifier(string name)
    {
        string joined = string.Concat(name.Split(['.', '-', ' '], StringSplitOptions.RemoveEmptyEntries).Select((part, i) => i == 0 ? part : Capitalize(part)));
        string cleaned = string.Concat(joined.Where(c => char.IsLetterOrDigit(c) || c == '_'));
        return cleaned.Length == 0 || char.IsDigit(cleaned[0]) ? "_" + cleaned : cleaned;
    }

    public static string Capitalize(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Kind(Value value) => value.Operation switch
    {
        Source source => source.Kind.ToString(),
        Parameter parameter => Capitalize(parameter.Name.Substring(parameter.Name.LastIndexOf('.') + 1)),
        Constant or Sinusoids => "Table",
        Gather => "Rows",
        Attention or StepAttention => "Attended",
        AttentionPart { Kind: AttentionPartKind.Normalizers } => "Normalizers",
        AttentionPart => "SourceGradient",
        Rotation => "Turned",
        Recurrence => "States",
        RecurrencePart part => part.Kind.ToString(),
        CTCSlope => "Slope",
        MatMul => "Product",
        Sum => "Sum",
        Convolution { Result: ConvolutionResult.WeightGradient } => "WeightGradient",
        Convolution => "Convolution",
        Pool => "Pooled",
        PoolIndex => "Place",
        Normalize => "Normalized",
        LoopPart part => part.Kind.ToString(),
        Transpose or Slice or Pad or Concatenate => "Moved",
        Softmax => "Softmax",
        LogSumExp => "LogSumExp",
        _ => "Value",
    };

    private string Unique(string name)
    {
        string camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        camel = Keywords.Contains(camel) ? camel + "Value" : camel;
        for (int i = 1; ; i++)
        {
            string candidate = i == 1 ? camel : $"{camel}{i}";
            if (taken.Add(candidate))
            {
                return candidate;
            }
        }
    }
}
