using System.Diagnostics;
using System.Text;

namespace HilBench.Wire;

/// <summary>A password, community or key. It is never printed: whoever needs its text asks for it by name.</summary>
[DebuggerDisplay("secret")]
public sealed class Secret
{
    private readonly string _text;

    /// <summary>Keeps a secret.</summary>
    /// <param name="text">What it is.</param>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>How many octets it has in UTF-8.</summary>
    public int Length => Encoding.UTF8.GetByteCount(_text);

    /// <summary>The secret itself. Not for messages, records or evidence.</summary>
    public string Reveal() => _text;

    /// <summary>The secret's octets in UTF-8. Not for messages, records or evidence.</summary>
    public byte[] RevealOctets() => Encoding.UTF8.GetBytes(_text);

    /// <summary>Three asterisks, whatever the secret is.</summary>
    public override string ToString() => "***";
}
