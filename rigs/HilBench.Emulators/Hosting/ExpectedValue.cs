using System.Collections.Immutable;
using System.Net;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Hosting;

/// <summary>What a settings document has to say where a value of a type stands.</summary>
internal static class ExpectedValue
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(string)] = "a text",
        [typeof(bool)] = "true or false",
        [typeof(int)] = "a whole number",
        [typeof(long)] = "a whole number",
        [typeof(byte)] = "a whole number from 0 to 255",
        [typeof(uint)] = "a whole number from 0 to 4294967295",
        [typeof(double)] = "a number",
        [typeof(TimeSpan)] = "a duration with its unit, as \"5 ms\" or \"10 s\"",
        [typeof(IPEndPoint)] = "an IP address and a port, as \"127.0.0.1:6053\"",
        [typeof(Instant)] = "a time in UTC, as \"2026-07-01T12:00:00.0Z\"",
        [typeof(ImmutableArray<byte>)] = "a MAC address, as \"02:00:00:00:10:01\"",
        [typeof(UpperTesterProfile)] = $"one of {string.Join(", ", UpperTesterProfile.Bundled)}",
        [typeof(Psid)] = "a PSID, as \"0x82\"",
    };

    /// <summary>The words for a type.</summary>
    public static string Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(plain))}" : Words.GetValueOrDefault(plain, "another value");
    }
}
