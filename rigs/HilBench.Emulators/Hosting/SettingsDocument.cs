using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace HilBench.Emulators.Hosting;

/// <summary>Settings of an emulator as a JSON document.</summary>
public static class SettingsDocument
{
    /// <summary>Most octets that a document may have.</summary>
    public const int MaxOctets = 1 << 20;

    // For files and terminals, not for pages: nothing has to be escaped that JSON itself allows.
    private static readonly EmulatorJson Lines = new(new JsonSerializerOptions(EmulatorJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly EmulatorJson Indented = new(new JsonSerializerOptions(Lines.Options) { WriteIndented = true });

    /// <summary>Reads a document. Comments and a comma behind the last entry are allowed.</summary>
    /// <param name="utf8">Its octets.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="SettingsException">It is no such document, or what it says cannot be run.</exception>
    public static EmulatorSettings Read(ReadOnlyMemory<byte> utf8, string source)
    {
        if (utf8.Length > MaxOctets)
        {
            throw new SettingsException(source, [$"has {utf8.Length} octets; settings have at most {MaxOctets}."]);
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            throw new SettingsException(source, ["is not UTF-8; save it as UTF-8."]);
        }

        using var document = Parse(utf8, source);
        var settings = Bind(document.RootElement, source);
        return Check(settings, source);
    }

    /// <summary>Refuses settings that cannot be run.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="source">Where they came from, for messages.</param>
    /// <returns>The same settings.</returns>
    /// <exception cref="SettingsException">They cannot be run; all faults at once.</exception>
    public static EmulatorSettings Check(EmulatorSettings settings, string source)
    {
        SettingsCheck.Check(settings, source);
        return settings;
    }

    /// <summary>Reads an address and a port as the document writes them.</summary>
    public static bool TryReadEndpoint(string text, [NotNullWhen(true)] out IPEndPoint? endpoint)
    {
        (var valid, endpoint) = EndpointConverter.Read(text);
        return valid;
    }

    /// <summary>Writes the document, indented for people.</summary>
    public static string Write(EmulatorSettings settings) => JsonSerializer.Serialize(settings, Indented.EmulatorSettings);

    /// <summary>Writes what an emulator says of itself, as one line of JSON.</summary>
    public static string Line(EmulatorHealth health) => JsonSerializer.Serialize(health, Lines.EmulatorHealth);

    private static EmulatorSettings Bind(JsonElement root, string source)
    {
        try
        {
            var faults = new SettingsShape().Check(root, EmulatorJson.Default.EmulatorSettings);
            return faults.IsEmpty ? root.Deserialize(EmulatorJson.Default.EmulatorSettings)! : throw new SettingsException(source, faults);
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(source);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            throw new SettingsException(source, [fault.Message]);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string source)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };
            return JsonDocument.Parse(utf8, options);
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(source);
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? $"line {line + 1}, column {fault.BytePositionInLine + 1}: " : string.Empty;
            throw new SettingsException(source, [$"{place}not a JSON document: {fault.Message.Split(" LineNumber")[0]} 'hilbench emulate <device> --print-settings' writes one."]);
        }
    }

    private static SettingsException NotUnicode(string source) => new(source, ["a text in it is not Unicode (half of a surrogate pair); write it again."]);
}
