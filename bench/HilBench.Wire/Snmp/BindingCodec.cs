using System.Collections.Immutable;
using System.Formats.Asn1;

namespace HilBench.Wire.Snmp;

/// <summary>Names, values and lists of them in BER (RFC 2578 7.1, RFC 3416 3).</summary>
internal static class BindingCodec
{
    public static ImmutableArray<VariableBinding> ReadList(ref BerReader reader)
    {
        var list = reader.Enter(BerReader.Sequence, "the list of bindings");
        var bindings = ImmutableArray.CreateBuilder<VariableBinding>();
        while (!list.AtEnd)
        {
            var binding = list.Enter(BerReader.Sequence, "a binding");
            var name = ReadName(ref binding, "a binding's name");
            bindings.Add(new VariableBinding(name, ReadValue(ref binding)));
        }

        return bindings.ToImmutable();
    }

    public static ObjectId ReadName(ref BerReader reader, string what)
    {
        var place = reader;
        return Identifier(reader.Read(0x06, what), in place);
    }

    public static SnmpValue ReadValue(ref BerReader reader)
    {
        var place = reader;
        var syntax = (SnmpSyntax)reader.Tag;
        var content = reader.Any("a binding's value", out _);
        return reader.Failed ? SnmpValue.Null : Value(syntax, content, in place);
    }

    public static void WriteList(AsnWriter writer, IEnumerable<VariableBinding> bindings)
    {
        using (writer.PushSequence())
        {
            foreach (var binding in bindings)
            {
                Write(writer, binding);
            }
        }
    }

    /// <summary>Octets that a binding takes.</summary>
    public static int LengthOf(VariableBinding binding)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        Write(writer, binding);
        return writer.GetEncodedLength();
    }

    public static void WriteName(AsnWriter writer, ObjectId name) => writer.WriteObjectIdentifier(name.Length switch
    {
        // BER joins the first two sub-identifiers, so that there are always two (X.690 8.19.4).
        0 => "0.0",
        1 => $"{name}.0",
        _ => name.ToString(),
    });

    private static void Write(AsnWriter writer, VariableBinding binding)
    {
        using (writer.PushSequence())
        {
            WriteName(writer, binding.Name);
            WriteValue(writer, binding.Value);
        }
    }

    private static void WriteValue(AsnWriter writer, SnmpValue value)
    {
        var tag = new Asn1Tag((TagClass)((int)value.Syntax & 0xC0), (int)value.Syntax & 0x1F);
        switch (value.Syntax)
        {
            case SnmpSyntax.Integer32 or SnmpSyntax.Counter32 or SnmpSyntax.Gauge32 or SnmpSyntax.TimeTicks:
                writer.WriteInteger(value.Number, tag);
                break;
            case SnmpSyntax.Counter64:
                writer.WriteInteger(unchecked((ulong)value.Number), tag);
                break;
            case SnmpSyntax.OctetString or SnmpSyntax.IpAddress or SnmpSyntax.Opaque:
                writer.WriteOctetString(value.Octets, tag);
                break;
            case SnmpSyntax.ObjectId:
                WriteName(writer, value.Id!);
                break;
            default:
                writer.WriteNull(tag);
                break;
        }
    }

    private static SnmpValue Value(SnmpSyntax syntax, ReadOnlySpan<byte> content, in BerReader place)
    {
        switch (syntax)
        {
            case SnmpSyntax.Integer32 when BerReader.Signed(content) is { } number:
                return SnmpValue.Integer32((int)number);
            case SnmpSyntax.Counter32 or SnmpSyntax.Gauge32 or SnmpSyntax.TimeTicks when BerReader.Unsigned(content, 4) is { } number:
                return SnmpValue.Counting(syntax, (uint)number);
            case SnmpSyntax.Counter64 when BerReader.Unsigned(content, 8) is { } number:
                return SnmpValue.Counter64(number);
            case SnmpSyntax.OctetString:
                return SnmpValue.OctetString(content);
            case SnmpSyntax.Opaque:
                return SnmpValue.Opaque(content);
            case SnmpSyntax.IpAddress when content.Length == 4:
                return SnmpValue.IpAddress(content);
            case SnmpSyntax.ObjectId:
                return SnmpValue.Of(Identifier(content, in place));
            case SnmpSyntax.Null:
                return SnmpValue.Null;
            case SnmpSyntax.NoSuchObject:
                return SnmpValue.NoSuchObject;
            case SnmpSyntax.NoSuchInstance:
                return SnmpValue.NoSuchInstance;
            case SnmpSyntax.EndOfMibView:
                return SnmpValue.EndOfMibView;
            default:
                place.Fail($"a value with tag 0x{(int)syntax:X2} and {content.Length} octets is none that SNMP has");
                return SnmpValue.Null;
        }
    }

    private static ObjectId Identifier(ReadOnlySpan<byte> content, in BerReader place)
    {
        Span<uint> parts = stackalloc uint[ObjectId.MaxLength];
        var count = 0;
        var value = 0UL;
        foreach (var octet in content)
        {
            value = (value << 7) | (octet & 0x7FU);

            // X.690 8.19.4: the first two sub-identifiers are one on the wire, which may be greater than 2³² − 1 by 80.
            if (value > uint.MaxValue + (count == 0 ? 80UL : 0UL) || count == ObjectId.MaxLength)
            {
                place.Fail($"an object identifier has a sub-identifier over {uint.MaxValue}, or more than {ObjectId.MaxLength}");
                return new ObjectId();
            }

            if (octet >= 0x80)
            {
                continue;
            }

            if (count == 0)
            {
                var first = (uint)Math.Min(value / 40, 2);
                parts[count++] = first;
                value -= first * 40;
            }

            parts[count++] = (uint)value;
            value = 0;
        }

        if (content.Length > 0 && content[^1] >= 0x80)
        {
            place.Fail("an object identifier ends within a sub-identifier");
        }

        return count == 0 ? new ObjectId(0, 0) : new ObjectId(parts[..count]);
    }
}
