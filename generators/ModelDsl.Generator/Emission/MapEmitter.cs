using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;

namespace ModelDsl.Generator.Emission;

/// <summary>Writes a region's element-wise work as a file-local struct that a kernel drives: its formula, its operands' addresses, and one method over vectors of any width.</summary>
internal sealed class MapEmitter
{
    private const int DearFrom = 20;

    /// <summary>How many methods are inlined to load or store a vector.</summary>
    private const int MethodsOfOperand = 8;

    private readonly ProgramContext program;
    private readonly Region region;
    private readonly string name;
    private readonly int number;
    private readonly List<(string Type, string Name, string Argument)> fields = [];
    private readonly Dictionary<Value, string> locals = [];
    private readonly SourceWriter body = new();
    private int inlinedMethods;

    public MapEmitter(ProgramContext program, Region region, int number)
    {
        this.program = program;
        this.region = region;
        this.number = number;
        name = program.StructOf(number);
        WriteBody();
    }

    /// <summary>Whether the region can run over all elements in one sweep: no operand is repeated along rows or columns.</summary>
    public bool IsFlat { get; private set; } = true;

    /// <summary>
    /// Whether the JIT is told to make the body a part of the kernel's loop, where the addresses stay in registers: two to three times as fast for a
    /// few sums and products. Where it does not fit, or in a reduction's loops, which have it several times, where there are exponentials, it is not, because
    /// functions would then no longer be inlined themselves.
    /// </summary>
    private bool IsInlined => IsMap
        ? inlinedMethods + (MethodsOfOperand * fields.Count) <= ExpressionEmitter.InlinedAtMost
        : region.Maps.Sum(map => ScalarMath.Cost(map.Operation.ElementWise!)) < DearFrom;

    private bool IsMap => !region.IsRowSum && region.Sums.Count == 0;

    /// <summary>The construction of the struct from <c>run</c>.</summary>
    public string Construction => $"new {name}({string.Join(", ", fields.Select(known => known.Argument))})";

    public void WriteStruct(SourceWriter writer)
    {
        string parameters = string.Concat(fields.Select((entry, i) => $"\n    {entry.Type} {entry.Name}{(i + 1 < fields.Count ? "," : string.Empty)}"));
        (string contract, string method, string work) = region switch
        {
            { IsRowSum: true } => ("IRowTerm", "V Value<V>", "The terms of the sum in"),
            { Sums.Count: > 0 } => ("IColumnTerms", "void Add<V>", "What is computed and summed in"),
            { Anchor: null } => ("IMap", "void Apply<V>", "What is computed in"),
            _ => ("IMap", "void Apply<V>", "What follows the kernel in"),
        };
        string sums = region.Sums.Count == 0 ? string.Empty : ", ref V sum0, ref V sum1, ref V sum2, ref V sum3";
        writer.Line($"/// <summary>{work} <c>{program.Title}{number}</c>, element by element.</summary>");
        writer.Block($"file readonly struct {name}({parameters}) : {Api.Kernels}{contract}<{program.Element}>", () =>
        {
            if (IsFlat && contract == "IMap")
            {
                writer.Line("public static bool IsFlat => true;");
                writer.Line();
            }
            else if (region.Sums.Count > 0)
            {
                writer.Line($"public static int Sums => {region.Sums.Count};");
                writer.Line();
            }

            writer.Line($"[{(IsInlined ? Api.AggressiveInlining : Api.OwnMethod)}]");
            writer.Line($"public {method}(nint row, nint column, nint index, int count{sums})");
            writer.Block($"    where V : struct, {Api.Kernels}ISimd<V, {program.Element}>", () => writer.Line(body.ToString().TrimEnd('\n')));
        });
    }

    private void WriteBody()
    {
        ExpressionEmitter expressions = new(body, program.Element);
        if (region.Anchor is { } anchor && !region.IsRowSum)
        {
            // The kernel has written the anchor's elements; where nobody else needs them, they lie where the first result will.
            Value place = region.Stores.Contains(anchor) ? anchor : region.Stores[0];
            Declare(anchor, $"V.Load({Field(place)} + index, count)");
        }

        LoadOperands();
        Dictionary<int, Value> operands = region.Maps.SelectMany(map => map.Operands).Distinct().ToDictionary(operand => operand.Id);

        // Operands by the numbers of their values, so that what two expressions have in common is seen.
        Scalar[] work = [.. region.Maps.Select(map => ScalarMath.Renumber(map.Operation.ElementWise!, index => map.Operands[index].Id))];
        Array.ForEach(work, expressions.CountUses);
        inlinedMethods = expressions.InlinedMethods;
        for (int i = 0; i < work.Length; i++)
        {
            Value map = region.Maps[i];
            string text = expressions.Emit(work[i], leaf => Leaf(operands, leaf));
            Declare(map, ExpressionEmitter.Unwrap(text));
            if (region.Stores.Contains(map))
            {
                body.Line($"V.Store({locals[map]}, {Field(map)} + index, count);");
            }
        }

        for (int i = 0; i < region.Sums.Count; i++)
        {
            body.Line($"sum{i} += {Local(region.Sums[i].Operands[0])};");
        }

        if (region.IsRowSum)
        {
            body.Line($"return {Local(region.Anchor!.Operands[0])};");
        }
    }

    /// <summary>Where a result is stored over an operand, the operand has been read.</summary>
    private void LoadOperands()
    {
        if (region.Stores.Count == 0 || region.Maps.Count < 2)
        {
            return;
        }

        foreach (Value map in region.Maps)
        {
            foreach (int index in ScalarMath.Reads(map.Operation.ElementWise!))
            {
                if (!region.Members.Contains(map.Operands[index].Resolved))
                {
                    Local(map.Operands[index]);
                }
            }
        }
    }

    private void Declare(Value value, string expression)
    {
        locals[value] = program.Names[value];
        body.Line($"V {locals[value]} = {expression};");
    }

    private string Leaf(IReadOnlyDictionary<int, Value> operands, Scalar leaf)
    {
        switch (leaf)
        {
            case Scalar.Operand operand:
                return Local(operands[operand.Index]);
            case Scalar.OneHot oneHot:
                IsFlat = false;
                Value label = operands[oneHot.Index];
                return $"V.Select(V.Equal(V.Iota, V.Constant({Field(label, label.Type.Kind == ElementKind.Index ? "int" : null)}[row] - column)), V.Constant(1.0), V.Zero)";
            case Scalar.Uniform uniform:
                return $"V.Uniform({KeyField(uniform.Stream)}, index)";
            case Scalar.BatchSize:
                AddField("double", "batchSize", "run.Batch");
                return "V.Constant(batchSize)";
            default:
                throw new InvalidOperationException($"{leaf} is no leaf.");
        }
    }

    /// <summary>The variable that holds an operand. A reshaped one lies where its original does, but is repeated as its own shape says.</summary>
    private string Local(Value operand)
    {
        Value value = operand.Resolved;
        if (!locals.TryGetValue(value, out string? local))
        {
            Declare(value, Load(value, operand.Type));
            local = locals[value];
        }

        return local;
    }

    /// <summary>The elements of an operand that stand at the elements of the result, according to how the operand is repeated.</summary>
    private string Load(Value value, TensorType type)
    {
        TensorType over = region.Iteration;
        string address = Field(value);
        if (type.IsBatched == over.IsBatched && type.Size == over.Size)
        {
            return $"V.Load({address} + index, count)";
        }

        if (!type.IsBatched && type.Size == 1)
        {
            return $"V.Splat({address}[0])";
        }

        IsFlat = false;
        long rows = over.Size / over.Shape.Columns;
        if (type.IsChannelOf(over))
        {
            return $"V.Load({address} + ((row / {rows} * {over.Shape.Columns}) + column), count)";
        }

        if (type.IsBatched)
        {
            return $"V.Splat({address}[{(type.Size == rows ? "row" : $"row / {rows / type.Size}")}])";
        }

        long repeated = type.Size / over.Shape.Columns;
        string start = repeated == 1 ? "column" : $"(row % {repeated} * {over.Shape.Columns}) + column";
        return $"V.Load({address} + {(repeated == 1 ? start : $"({start})")}, count)";
    }

    private string Field(Value value, string? element = null)
    {
        string field = program.Names[value] + "At";
        AddField(Api.Address(element ?? program.Element), field, program.AddressOf(value));
        return field;
    }

    private string KeyField(int stream)
    {
        AddField(Api.RandomKey, $"key{stream}", $"run.Key.Derive({stream})");
        return $"key{stream}";
    }

    private void AddField(string type, string field, string argument)
    {
        if (!fields.Any(known => known.Name == field))
        {
            fields.Add((type, field, argument));
        }
    }
}
