using System.Globalization;
using HilBench.Rigs;

namespace HilBench.Tests.Rigs;

internal sealed class SecretReferenceTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-secret-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_variable_gives_its_value()
    {
        Environment.SetEnvironmentVariable("HILBENCH_TEST_SECRET", "s3same öpen");
        try
        {
            Assert.That(Read("env:HILBENCH_TEST_SECRET"), Is.EqualTo("s3same öpen"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("HILBENCH_TEST_SECRET", null);
        }
    }

    [TestCase("s3same\nsecond line\n")]
    [TestCase("s3same\r\n")]
    [TestCase("s3same")]
    public void A_file_gives_its_first_line(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "password"), text);

        Assert.That(Read($"file:{Path.Combine(_folder, "password")}"), Is.EqualTo("s3same"));
    }

    [TestCase("env:HILBENCH_TEST_NOT_SET", "The environment variable HILBENCH_TEST_NOT_SET, which the rig file takes a secret from, is not set")]
    [TestCase("file:{0}/nowhere/password", "cannot be read")]
    [TestCase("file:{0}", "cannot be read")]
    [TestCase("file:{0}/empty", "is empty: write the secret into its first line")]
    [TestCase("file:{0}/long", "more than 1024 characters")]
    [TestCase("file:/dev/zero", "more than 1024 characters")]
    public void What_cannot_be_read_is_told_with_place_and_remedy(string text, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "empty"), "\n");
        File.WriteAllText(Path.Combine(_folder, "long"), new string('x', 5000));

        Assert.That(SecretReference.TryParse(string.Format(CultureInfo.InvariantCulture, text, _folder), out var reference, out _), Is.True);
        Assert.That(reference!.Resolve, Throws.TypeOf<RigException>().With.Message.Contains(message));
    }

    [TestCase("s3same")]
    [TestCase("env:")]
    [TestCase("file:")]
    [TestCase("")]
    public void What_is_no_reference_is_refused_and_not_repeated(string text)
    {
        Assert.That(SecretReference.TryParse(text, out _, out var error), Is.False);
        Assert.That(error, Does.Contain("env:NAME").And.Not.Contains("s3same"));
    }

    private static string Read(string text)
    {
        Assert.That(SecretReference.TryParse(text, out var reference, out var error), Is.True, error);
        var secret = reference!.Resolve();
        Assert.That($"{reference} {secret}", Does.Not.Contain("s3same"));
        return secret.Reveal();
    }
}
