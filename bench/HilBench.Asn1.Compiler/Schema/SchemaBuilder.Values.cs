using System.Globalization;
using System.Numerics;
using HilBench.Asn1.Compiler.Emit;
using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed partial class SchemaBuilder
{
    private const int DeepestReference = 32;

    /// <summary>A whole number: written out, a named number, a parameter, or the value of a reference.</summary>
    private BigInteger IntegerOf(ValueNode value, Scope scope, IReadOnlyDictionary<string, BigInteger> named)
    {
        var (found, owner, names) = (value, scope, named);
        for (var depth = 0; depth < DeepestReference; depth++)
        {
            if (found.Kind == ValueKind.Number)
            {
                return found.Number;
            }

            if (found.Kind == ValueKind.Reference && names.TryGetValue(found.Text, out var number))
            {
                return number;
            }

            (found, owner, names) = Follow(found, owner, value);
        }

        throw new CompileException(value.Place, $"'{value.Text}' is defined by nothing but itself.");
    }

    private string TextOf(ValueNode value, Scope scope)
    {
        var (found, owner) = (value, scope);
        for (var depth = 0; depth < DeepestReference; depth++)
        {
            if (found.Kind == ValueKind.Text)
            {
                return found.Text;
            }

            (found, owner, _) = Follow(found, owner, value);
        }

        throw new CompileException(value.Place, $"'{value.Text}' is defined by nothing but itself.");
    }

    private (ValueNode Value, Scope Scope, IReadOnlyDictionary<string, BigInteger> Named) Follow(ValueNode value, Scope scope, ValueNode asked)
    {
        if (value.Kind != ValueKind.Reference)
        {
            throw new CompileException(asked.Place, $"A value of another kind was expected; found '{asked.Text}'.");
        }

        if (scope.Find(value.Text) is { } binding)
        {
            return binding.Argument.Value is { } actual
                ? (actual, binding.Scope, NoNames)
                : throw new CompileException(value.Place, $"The parameter '{value.Text}' stands for no value here.");
        }

        var (assignment, module) = _modules.Find(value.Text, value.Place, scope.Module);
        if (assignment.Value is null)
        {
            throw new CompileException(value.Place, $"'{value.Text}' is no value.");
        }

        var names = Resolve(assignment.Type!, module.Scope, new RawName(assignment.Name, IsNamed: false)) is IntegerType integer ? integer.Named : NoNames;
        return (assignment.Value, module.Scope, names);
    }

    /// <summary>C# expression of a DEFAULT.</summary>
    private string DefaultOf(Member member, Scope scope)
    {
        var value = member.Node.Default!;
        switch (member.Type)
        {
            case BooleanType when value.Kind == ValueKind.Boolean:
                return value.Text == "TRUE" ? "true" : "false";
            case IntegerType integer:
                var number = IntegerOf(value, scope, integer.Named);
                return CsText.Number(number, integer.CsType);
            case EnumeratedType enumerated when value.Kind == ValueKind.Reference && enumerated.Items.Contains(value.Text, StringComparer.Ordinal):
                var index = enumerated.Items.ToList().IndexOf(value.Text);
                return $"S::{enumerated.CsName}.{CsNames.Distinct(enumerated.Items)[index]}";
            case TextType or OctetTextType:
                return CsText.Literal(TextOf(value, scope));
            case BitStringType bits when BitsOf(value, bits) is { } digits:
                return $"A::BitString.FromBits({CsText.Literal(digits)})";
            case OctetStringType when value.Kind == ValueKind.Hexadecimal:
                return $"A::OctetString.FromHex({CsText.Literal(value.Text.Length % 2 == 0 ? value.Text : value.Text + "0")})";
            case ListType list when value.Names is { Count: 0 }:
                return $"I::ImmutableArray<{CsText.TypeOf(list.Element)}>.Empty";
            case NullType:
                return "default";
            default:
                throw new CompileException(value.Place, $"'{value.Text}' is no DEFAULT that {member.Type.Name} can have here.");
        }
    }

    private static string? BitsOf(ValueNode value, BitStringType type)
    {
        switch (value.Kind)
        {
            case ValueKind.Bits:
                return value.Text;
            case ValueKind.Hexadecimal:
                return string.Concat(value.Text.Select(digit => Convert
                    .ToString(int.Parse(digit.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture), 2).PadLeft(4, '0')));
            case ValueKind.Braces when value.Names is { } names:
                var unknown = names.FirstOrDefault(name => !type.Named.ContainsKey(name.Text));
                if (unknown is not null)
                {
                    throw new CompileException(unknown.Place, $"'{unknown.Text}' is no bit of {type.Name}.");
                }

                var ones = new HashSet<BigInteger>(names.Select(name => type.Named[name.Text]));
                var length = Math.Max(type.Size.Lower, ones.Count == 0 ? 0 : (int)ones.Max() + 1);
                return string.Concat(Enumerable.Range(0, length).Select(bit => ones.Contains(bit) ? '1' : '0'));
            default:
                return null;
        }
    }
}
