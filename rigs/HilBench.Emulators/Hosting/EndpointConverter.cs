using System.Net;

namespace HilBench.Emulators.Hosting;

/// <summary>An address and a port: <c>127.0.0.1:6053</c>, <c>[::1]:6053</c>. No names: nothing is looked up.</summary>
internal sealed class EndpointConverter : TextConverter<IPEndPoint>
{
    /// <summary>Reads an address and a port; the port has to be written.</summary>
    public static (bool Valid, IPEndPoint Value) Read(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && text.Length - colon is > 1 and <= 6 && IPEndPoint.TryParse(text, out var endpoint)
            && text.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && (text.StartsWith('[') || text.IndexOf(':') == colon)
                ? (true, endpoint)
                : (false, null!);

    private protected override (bool Valid, IPEndPoint Value) Parse(string text) => Read(text);

    private protected override string Format(IPEndPoint value) => value.ToString();
}
