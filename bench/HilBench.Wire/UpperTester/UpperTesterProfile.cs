using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.UpperTester;

/// <summary>
/// The codes and layouts of one edition or vendor, read from a table (<c>fixtures/upper-tester</c>): a line a message with its name, its code in
/// hexadecimal and its fields. A message that the table does not have is not supported by the profile.
/// </summary>
public sealed class UpperTesterProfile
{
    private const string Heading = "message,code,fields";
    private const string Folder = "upper-tester/";

    private readonly FrozenDictionary<UpperTesterMessageType, MessageLayout> _byType;
    private readonly FrozenDictionary<byte, MessageLayout> _byCode;

    private UpperTesterProfile(string name, IReadOnlyCollection<MessageLayout> layouts)
    {
        Name = name;
        _byType = layouts.ToFrozenDictionary(layout => layout.Type);
        _byCode = layouts.ToFrozenDictionary(layout => layout.Code);
    }

    /// <summary>Names of the tables that come with the bench.</summary>
    public static ImmutableArray<string> Bundled { get; } =
    [
        .. typeof(UpperTesterProfile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Name of the table, for messages.</summary>
    public string Name { get; }

    /// <summary>Messages that the profile has.</summary>
    public IEnumerable<UpperTesterMessageType> Messages => _byType.Keys;

    /// <summary>A table that comes with the bench.</summary>
    /// <param name="name">One of <see cref="Bundled"/>.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static UpperTesterProfile Load(string name)
    {
        using var stream = typeof(UpperTesterProfile).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new ArgumentException($"'{name}' is no profile of the Upper Tester; there are: {string.Join(", ", Bundled)}.", nameof(name));
        using var reader = new StreamReader(stream);
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>Reads a table, for example a lab's own.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="FormatException">It is none; the message says in which line, what is expected and what was found.</exception>
    public static UpperTesterProfile Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var layouts = new List<MessageLayout>();
        var started = false;
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r', ' ')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!started)
            {
                started = line == Heading ? true : throw Wrong(name, number, $"expected the heading {Heading}, found '{line}'");
                continue;
            }

            layouts.Add(ParseLine(name, number, line, layouts));
        }

        return layouts.Count > 0 ? new UpperTesterProfile(name, layouts) : throw Wrong(name, number, $"there is no message; expected {Heading} and a line for each");
    }

    /// <summary>Whether the profile has a message.</summary>
    public bool Has(UpperTesterMessageType type) => _byType.ContainsKey(type);

    /// <summary>The octets of a message.</summary>
    /// <exception cref="ArgumentException">The profile does not have the message or one of its values, or a value is out of the range of its field.</exception>
    public byte[] Encode(UpperTesterMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_byType.TryGetValue(message.Type, out var layout))
        {
            throw new ArgumentException($"The profile {Name} has no {MessageTable.NameOf(message.Type)}: take another profile, or add the line to the table.", nameof(message));
        }

        var values = new FieldValues();
        message.Write(values);
        return layout.Encode(values, Name);
    }

    /// <summary>Reads a message.</summary>
    /// <param name="octets">All of it.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why it is none.</param>
    public bool TryDecode(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out UpperTesterMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        message = null;
        error = null;
        if (octets.IsEmpty || !_byCode.TryGetValue(octets[0], out var layout))
        {
            error = new WireError(octets.IsEmpty ? "a message has at least its code; there are no octets" : $"the profile {Name} has no message with code {octets[0]:X2}", 0);
            return false;
        }

        var values = new FieldValues();
        if (!layout.TryRead(octets, values, out var wrong))
        {
            error = wrong with { Message = $"{wrong.Message} (profile {Name})" };
            return false;
        }

        message = MessageTable.Create(layout.Type, values);
        return true;
    }

    private static MessageLayout ParseLine(string name, int number, string line, List<MessageLayout> before)
    {
        var cells = line.Split(',');
        if (cells.Length != 3)
        {
            throw Wrong(name, number, $"expected {Heading}, found {cells.Length} cells");
        }

        if (!MessageTable.TryFind(cells[0], out var type))
        {
            throw Wrong(name, number, $"'{cells[0]}' is no message; there are: {string.Join(", ", MessageTable.Names)}");
        }

        if (cells[1].Length != 2 || !byte.TryParse(cells[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Wrong(name, number, $"expected a code of two hexadecimal digits, found '{cells[1]}'");
        }

        if (before.Find(layout => layout.Type == type || layout.Code == code) is { } other)
        {
            throw Wrong(name, number, $"{cells[0]} with code {cells[1]} meets {other.Name} with code {other.Code:X2}: a message and a code stand once");
        }

        var allowed = MessageTable.FieldsOf(type);
        var fields = ImmutableArray.CreateBuilder<FieldLayout>();
        foreach (var cell in cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var field = FieldLayout.Parse(cell, out var error) ?? throw Wrong(name, number, error!);
            if (field.Kind != FieldKind.Zero && field.Name != FieldNames.Flags && !allowed.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Wrong(name, number, $"{cells[0]} has no {field.Name}; it has: {string.Join(", ", allowed)}");
            }

            CheckField(name, number, field, fields);
            fields.Add(field);
        }

        return new MessageLayout(type, cells[0], code, fields.ToImmutable());
    }

    private static void CheckField(string name, int number, FieldLayout field, IEnumerable<FieldLayout> before)
    {
        if (before.Any(other => other.Name == field.Name && field.Kind != FieldKind.Zero))
        {
            throw Wrong(name, number, $"{field.Name} stands twice");
        }

        if (field.Flag != 0 && !before.Any(other => other is { Name: FieldNames.Flags, Kind: FieldKind.Unsigned, Size: 1 }))
        {
            throw Wrong(name, number, $"{field.Name} depends on a bit of flags, but no flags:u8 stands before it");
        }

        if ((field.Kind is FieldKind.Octets or FieldKind.Counted) != (field.Name is FieldNames.Certificate or FieldNames.Data or FieldNames.Alacarte
            or FieldNames.Packet or FieldNames.Destination or FieldNames.Payload))
        {
            throw Wrong(name, number, $"{field.Name} {(field.Kind is FieldKind.Octets or FieldKind.Counted ? "is a number" : "is octets")}; take a type for that");
        }
    }

    private static FormatException Wrong(string name, int line, string what) => new($"Upper Tester profile {name}, line {line}: {what}.");
}
