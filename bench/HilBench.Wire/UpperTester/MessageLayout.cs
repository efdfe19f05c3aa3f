using System.Collections.Immutable;
using System.Globalization;

namespace HilBench.Wire.UpperTester;

/// <summary>The octets of one message in one profile: its code, then its fields.</summary>
/// <param name="Type">Which message.</param>
/// <param name="Name">Its name in the table.</param>
/// <param name="Code">The first octet.</param>
/// <param name="Fields">What follows.</param>
internal sealed record MessageLayout(UpperTesterMessageType Type, string Name, byte Code, ImmutableArray<FieldLayout> Fields)
{
    public byte[] Encode(FieldValues values, string profile)
    {
        foreach (var name in values.Names)
        {
            if (!Fields.Any(field => field.Name == name || (field.Name == FieldNames.Change && name == FieldNames.Value)))
            {
                throw new ArgumentException($"{Name} has no {name} in the profile {profile}: leave it out, or take another profile.", nameof(values));
            }
        }

        var octets = new List<byte> { Code };
        foreach (var field in Fields)
        {
            FieldEncoding.Write(octets, this, field, values, profile);
        }

        return [.. octets];
    }

    /// <summary>Reads what follows the code.</summary>
    public bool TryRead(ReadOnlySpan<byte> octets, FieldValues values, out WireError error)
    {
        var offset = 1;
        var flags = 0xFF;
        foreach (var field in Fields)
        {
            if (octets.Length - offset < field.FixedSize)
            {
                error = new WireError($"{Name}: {field.Name} has {field.FixedSize} octets, {octets.Length - offset} are left", offset);
                return false;
            }

            var present = field.Flag == 0 || (flags & field.Flag) != 0;
            if (FieldEncoding.Read(octets[offset..], this, field, present ? values : new FieldValues(), out var length) is { } wrong)
            {
                error = new WireError(wrong, offset);
                return false;
            }

            flags = field.Name == FieldNames.Flags ? octets[offset] : flags;
            offset += length;
        }

        error = new WireError(string.Create(CultureInfo.InvariantCulture, $"{Name} ends here; {octets.Length - offset} octets follow"), offset);
        return offset == octets.Length;
    }
}
