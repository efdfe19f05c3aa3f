using HilBench.Cli;
using HilBench.Cli.Decoding;

namespace HilBench.Tests.Cli.Decoding;

internal sealed class HexSourceTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-hex-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("00142A")]
    [TestCase("00142a")]
    [TestCase("0x00142A")]
    [TestCase("  00 14 2a ")]
    [TestCase("00:14:2A")]
    [TestCase("00-14-2A\r")]
    public void Hexadecimal_is_read_however_it_is_written(string text)
    {
        var line = HexLine.Read("argument", text);

        Assert.That((line.Fault, line.Octets.ToArray()), Is.EqualTo(((string?)null, new byte[] { 0x00, 0x14, 0x2A })));
    }

    [TestCase("00142", "5 hexadecimal digits, expected an even number: two for each octet")]
    [TestCase("0014g2", "column 5: found 'g', expected a hexadecimal digit")]
    [TestCase("00\u001412", "column 3: found U+0014, expected a hexadecimal digit")]
    [TestCase("00é4", "column 3: found U+00E9, expected a hexadecimal digit")]
    [TestCase("0x0x12", "column 4: found 'x', expected a hexadecimal digit")]
    public void What_is_no_hexadecimal_is_told_with_its_place(string text, string expected) =>
        Assert.That(HexLine.Read("argument", text).Fault, Is.EqualTo(expected));

    [Test]
    public void A_file_is_read_line_by_line_without_blanks_and_remarks()
    {
        var file = Path.Combine(_folder, "messages.txt");
        File.WriteAllText(file, "# two messages\n0014\n\n  \n0012FF\n00x\n");

        var lines = HexSource.Read(file, TextReader.Null).ToArray();

        Assert.That(lines.Select(line => line.Place), Is.EqualTo([$"{file}:2", $"{file}:5", $"{file}:6"]));
        Assert.That(lines.Select(line => line.Octets.Length), Is.EqualTo([2, 3, 0]));
        Assert.That(lines[2].Fault, Does.StartWith("column 3"));
    }

    [Test]
    public void A_dash_reads_standard_input()
    {
        var lines = HexSource.Read("-", new StringReader("0014\n0012")).ToArray();

        Assert.That(lines.Select(line => line.Place), Is.EqualTo(["standard input:1", "standard input:2"]));
    }

    [TestCase("messages.txt", "'messages.txt' is neither a file nor hexadecimal (column 1: found 'm', expected a hexadecimal digit)")]
    [TestCase("", "'' is neither a file nor hexadecimal (it is empty)")]
    [TestCase("001", "'001' is neither a file nor hexadecimal (3 hexadecimal digits, expected an even number: two for each octet)")]
    public void What_is_neither_file_nor_hexadecimal_is_wrong_usage(string argument, string expected) =>
        Assert.That(() => HexSource.Read(argument, TextReader.Null), Throws.TypeOf<UsageException>().With.Message.EqualTo(expected));

    [TestCase("0A0D0D0A0000001C", true)]
    [TestCase("D4C3B2A102000400", true)]
    [TestCase("001425", false)]
    [TestCase("0A0D", false)]
    public void A_capture_is_told_from_a_text_by_its_first_octets(string octets, bool isCapture)
    {
        var file = Path.Combine(_folder, "field.pcapng");
        File.WriteAllBytes(file, Convert.FromHexString(octets));

        Assert.That(CaptureSource.IsCapture(file), Is.EqualTo(isCapture));
        Assert.That(CaptureSource.IsCapture(file + "x"), Is.False);
    }
}
