using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HilBench.Reports.Sarif;

/// <summary>Where the test cases of <c>junit.xml</c> are: results without a finding point there.</summary>
internal sealed class CaseLines
{
    private readonly string[] _lines;
    private readonly Dictionary<string, int> _cases = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <param name="junit">Its octets.</param>
    public CaseLines(byte[] junit)
    {
        var text = Encoding.UTF8.GetString(junit);
        _lines = text.Split('\n');
        foreach (var element in XDocument.Parse(text, LoadOptions.SetLineInfo).Descendants("testcase"))
        {
            _cases.TryAdd(element.Attribute("name")!.Value, ((IXmlLineInfo)element).LineNumber);
        }
    }

    /// <summary>The line where a purpose's test case starts.</summary>
    public TextSpan Purpose(string id) => Line(_cases[JUnit.XmlText.Clean(id)]);

    /// <summary>The line that opens all suites.</summary>
    public TextSpan Suites() => Line(Array.FindIndex(_lines, line => line.StartsWith("<testsuites", StringComparison.Ordinal)) + 1);

    private TextSpan Line(int number) => new(number, 1, number, _lines[number - 1].Length + 1);
}
