using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>Named numbers, named bits and values become constants.</summary>
internal static class ConstantEmitter
{
    public static void Emit(CodeWriter code, ConstantClass constants)
    {
        var names = CsNames.Distinct([.. constants.Items.Select(item => item.Key)]);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        code.Summary(constants.Suffix == "Bits" ? $"Named bits of {constants.RawName}." : $"Numbers that {constants.RawName} has names for.");
        code.Open($"public static class {constants.CsName}");
        for (var i = 0; i < names.Count; i++)
        {
            var value = constants.Items[i].Value;
            if (taken.Add(names[i]))
            {
                var csType = value >= int.MinValue && value <= int.MaxValue ? "int" : value > long.MaxValue ? "ulong" : "long";
                code.Summary($"{constants.Items[i].Key}.");
                code.Line($"public const {csType} {names[i]} = {CsText.Number(value, csType)};");
            }
        }

        code.Close();
    }
}
