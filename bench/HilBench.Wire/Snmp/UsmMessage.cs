using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace HilBench.Wire.Snmp;

/// <summary>A message of SNMPv3 with the user-based security model (RFC 3412 6, RFC 3414 2.4) as it arrived: not trusted before its code was checked.</summary>
public sealed class UsmMessage
{
    private const int SecurityModel = 3;
    private const int SaltOctets = 8;
    private const int FlagAuthenticated = 1;
    private const int FlagPrivate = 2;
    private const int FlagReportable = 4;

    private readonly byte[] _octets;
    private readonly Range _code;
    private readonly byte[] _salt;
    private readonly Range _data;

    private UsmMessage(UsmHead head, byte[] octets, Range code, byte[] salt, Range data)
    {
        Head = head;
        _octets = octets;
        _code = code;
        _salt = salt;
        _data = data;
    }

    /// <summary>What it says in the clear.</summary>
    public UsmHead Head { get; }

    /// <summary>Reads the clear part of a message; the scoped PDU is read by <see cref="TryOpen"/>.</summary>
    /// <param name="octets">The whole message.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out UsmMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        var fault = new BerFault();
        var outer = new BerReader(octets, 0, fault);
        var reader = outer.Enter(BerReader.Sequence, "a message");
        _ = reader.Integer("the version", (int)SnmpVersion.V3, (int)SnmpVersion.V3);

        var global = reader.Enter(BerReader.Sequence, "the global data");
        var id = global.Integer("the message id", 0, int.MaxValue);
        var size = global.Integer("the greatest message size", 484, int.MaxValue);
        var (level, reportable) = ReadFlags(ref global);
        _ = global.Integer("the security model", SecurityModel, SecurityModel);

        var security = reader.Enter(0x04, "the security parameters");
        var usm = security.Enter(BerReader.Sequence, "the parameters of the user-based security model");
        var engine = ReadEngine(ref usm, "the authoritative engine id");
        var boots = usm.Integer("engine boots", 0, int.MaxValue);
        var time = usm.Integer("engine time", 0, int.MaxValue);
        var user = Encoding.UTF8.GetString(usm.OctetString("the user's name"));
        var code = usm.OctetString("the authentication code").Length;
        var codeEnd = usm.Offset;
        var salt = usm.OctetString("the privacy parameters").ToArray();
        var (dataStart, dataEnd) = ReadData(ref reader, level);
        if (level == SecurityLevel.AuthPriv && salt.Length != SaltOctets)
        {
            fault.Set($"the privacy parameters have {salt.Length} octets, expected {SaltOctets}", codeEnd);
        }

        error = fault.First;
        message = fault.IsSet
            ? null
            : new UsmMessage(new UsmHead(id, size, level, reportable, engine, boots, time, user), octets.ToArray(), (codeEnd - code)..codeEnd, salt, dataStart..dataEnd);
        return message is not null;
    }

    /// <summary>Makes a message.</summary>
    /// <param name="head">What it says in the clear.</param>
    /// <param name="scoped">What it carries.</param>
    /// <param name="keys">The user's keys for the head's engine; null where the level asks for none.</param>
    /// <param name="salt">A number that these keys have not been used with at this boots and time; used for encryption only.</param>
    /// <param name="rewrite">Encodes the scoped PDU another way, as an emulated agent may; null: as it is.</param>
    public static byte[] Encode(UsmHead head, ScopedPdu scoped, UsmKeys? keys, ulong salt, Func<byte[], byte[]>? rewrite = null)
    {
        if (head.Level != SecurityLevel.NoAuthNoPriv && keys is null)
        {
            throw new ArgumentNullException(nameof(keys), $"A message at {head.Level} needs keys.");
        }

        var saltOctets = new byte[SaltOctets];
        BinaryPrimitives.WriteUInt64BigEndian(saltOctets, salt);
        var data = rewrite is null ? scoped.Encode() : rewrite(scoped.Encode());
        var isPrivate = head.Level == SecurityLevel.AuthPriv;
        if (isPrivate)
        {
            var writer = new AsnWriter(AsnEncodingRules.BER);
            writer.WriteOctetString(keys!.Encrypt(data, head.Boots, head.Time, saltOctets));
            data = writer.Encode();
        }

        var codeLength = head.Level == SecurityLevel.NoAuthNoPriv ? 0 : keys!.CodeLength;
        var message = Encode(head, new byte[codeLength], isPrivate ? saltOctets : [], data);
        if (codeLength > 0)
        {
            // Behind the code come the privacy parameters and the data, and nothing else.
            var behind = data.Length + 2 + (isPrivate ? SaltOctets : 0);
            keys!.Code(message).CopyTo(message.AsSpan(message.Length - behind - codeLength));
        }

        return message;
    }

    /// <summary>Whether the message was made with these keys and not changed since (RFC 3414 6.3.2).</summary>
    public bool IsAuthentic(UsmKeys keys)
    {
        var code = _octets[_code];
        if (code.Length != keys.CodeLength || code.Length == 0)
        {
            return false;
        }

        var blank = (byte[])_octets.Clone();
        blank.AsSpan()[_code].Clear();
        return CryptographicOperations.FixedTimeEquals(code, keys.Code(blank));
    }

    /// <summary>Decrypts where need be, and reads the scoped PDU.</summary>
    /// <param name="keys">The user's keys; null where the message is not encrypted.</param>
    /// <param name="scoped">What it carries.</param>
    /// <param name="error">Why there is none: with a wrong privacy key, what was decrypted is noise. Offsets are within the scoped PDU.</param>
    public bool TryOpen(UsmKeys? keys, [NotNullWhen(true)] out ScopedPdu? scoped, [NotNullWhen(false)] out WireError? error)
    {
        var data = _octets.AsSpan()[_data];
        if (Head.Level != SecurityLevel.AuthPriv)
        {
            return ScopedPdu.TryParse(data, out scoped, out error);
        }

        if (keys is null || keys.Privacy == UsmPrivacy.None)
        {
            scoped = null;
            error = new WireError("the message is encrypted and there is no privacy key for its user", _data.Start.Value);
            return false;
        }

        return ScopedPdu.TryParse(keys.Decrypt(data, Head.Boots, Head.Time, _salt), out scoped, out error);
    }

    internal static EngineId ReadEngine(ref BerReader reader, string what)
    {
        var place = reader;
        var octets = reader.OctetString(what);
        if (octets.Length > EngineId.MaxLength)
        {
            place.Fail($"{what} has {octets.Length} octets, expected at most {EngineId.MaxLength}");
            return EngineId.None;
        }

        return new EngineId(octets);
    }

    private static (SecurityLevel Level, bool Reportable) ReadFlags(ref BerReader reader)
    {
        var place = reader;
        var flags = reader.OctetString("the flags");
        var bits = flags.Length == 1 ? flags[0] : FlagPrivate;
        if ((bits & (FlagAuthenticated | FlagPrivate)) == FlagPrivate)
        {
            place.Fail("the flags are one octet, and a message is not encrypted without being authenticated (RFC 3412 6.4)");
            return (SecurityLevel.NoAuthNoPriv, false);
        }

        return ((SecurityLevel)(bits & (FlagAuthenticated | FlagPrivate)), (bits & FlagReportable) != 0);
    }

    // The whole scoped PDU with its tag, or the octets that were encrypted.
    private static (int Start, int End) ReadData(ref BerReader reader, SecurityLevel level)
    {
        var start = reader.Offset;
        if (level != SecurityLevel.AuthPriv)
        {
            reader.Read(BerReader.Sequence, "a scoped PDU");
            return (start, reader.Offset);
        }

        var length = reader.OctetString("an encrypted scoped PDU").Length;
        return (reader.Offset - length, reader.Offset);
    }

    private static byte[] Encode(UsmHead head, ReadOnlySpan<byte> code, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> data)
    {
        var usm = new AsnWriter(AsnEncodingRules.BER);
        using (usm.PushSequence())
        {
            usm.WriteOctetString(head.Engine.Octets);
            usm.WriteInteger(head.Boots);
            usm.WriteInteger(head.Time);
            usm.WriteOctetString(Encoding.UTF8.GetBytes(head.User));
            usm.WriteOctetString(code);
            usm.WriteOctetString(salt);
        }

        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger((int)SnmpVersion.V3);
            using (writer.PushSequence())
            {
                writer.WriteInteger(head.MessageId);
                writer.WriteInteger(head.MaxSize);
                writer.WriteOctetString([(byte)((int)head.Level | (head.Reportable ? FlagReportable : 0))]);
                writer.WriteInteger(SecurityModel);
            }

            writer.WriteOctetString(usm.Encode());
            writer.WriteEncodedValue(data);
        }

        return writer.Encode();
    }
}
