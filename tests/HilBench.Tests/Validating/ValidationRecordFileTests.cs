using HilBench.Runs;
using HilBench.Validating;

namespace HilBench.Tests.Validating;

internal sealed class ValidationRecordFileTests
{
    private string _file = "";

    [SetUp]
    public void NameFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void A_record_that_was_written_is_read_as_the_same_octets()
    {
        var octets = ValidationRecordFile.Encode(SampleValidation.Mixed);
        File.WriteAllBytes(_file, octets);

        var read = ValidationRecordFile.Read(_file);

        Assert.That(ValidationRecordFile.Encode(read), Is.EqualTo(octets));
        Assert.That(read.Rows.Select(row => row.IsClean), Is.EqualTo([true, false, false, false]));
    }

    [Test]
    public void A_record_of_a_newer_shape_or_of_something_else_is_refused()
    {
        File.WriteAllBytes(_file, ValidationRecordFile.Encode(SampleValidation.Mixed with { SchemaVersion = 2 }));
        Assert.That(() => ValidationRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Contains("schema version 2, this build reads up to 1"));

        File.WriteAllText(_file, """{"rows": []}""");
        Assert.That(() => ValidationRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Contains("has no schemaVersion"));

        File.WriteAllText(_file, """{"schemaVersion": 1, "rows": []}""");
        Assert.That(() => ValidationRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Contains("missing required properties"));
    }

    [Test]
    public void A_row_without_a_verdict_on_each_purpose_is_refused()
    {
        var mixed = SampleValidation.Mixed;
        File.WriteAllBytes(_file, ValidationRecordFile.Encode(mixed with { Rows = mixed.Rows.Add(SampleValidation.SoundRows[1]) }));

        Assert.That(() => ValidationRecordFile.Read(_file), Throws.TypeOf<EvidenceException>().With.Message.Contains("the row 'slow' has no verdict on some purpose"));
    }
}
