using System.Text.Json;
using HilBench.Cli;
using HilBench.Drivers.Doctor;
using HilBench.Tests.Drivers.Doctor;

namespace HilBench.Tests.Cli;

internal sealed class DoctorCommandTests
{
    private PaperMachine _machine = null!;

    [SetUp]
    public void CreateMachine() => _machine = new PaperMachine();

    [Test]
    public void A_missing_thing_is_told_with_cost_and_command_and_the_default_rig_runs()
    {
        _machine.Docker = DaemonState.Absent;
        var (code, output) = Run();

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain(
            """
            ok       raw Ethernet: this program has CAP_NET_RAW
            ok       serial permission: this user is in the group dialout
            ok       serial lines: /dev/ttyUSB0
            lacking  Docker: no daemon answers at /var/run/docker.sock
                     costs: rigs whose devices are containers (rigs/docker) cannot be opened; emulated and loopback rigs can
                     fix:   sudo apt-get install docker.io && sudo systemctl start docker
            ok       Chromium: /usr/bin/chromium
            """));
        Assert.That(output, Does.EndWith("The default rig can run here.\n"));
    }

    [Test]
    public void Without_what_the_default_rig_needs_the_exit_code_says_so()
    {
        _machine.Room = null;
        var (code, output) = Run("--out", "/full");

        Assert.That(code, Is.EqualTo(ExitCodes.Error));
        Assert.That(output, Does.StartWith("needed   room for evidence: nothing can be written to /full\n").And.EndWith("see the lines that begin with 'needed'.\n"));
    }

    [Test]
    public void Json_says_the_same_for_a_machine()
    {
        _machine.Programs.Remove("chromium");
        var (code, output) = Run("--format", "json");
        using var document = JsonDocument.Parse(output);
        var checks = document.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!, StringComparer.Ordinal);

        Assert.That((code, document.RootElement.GetProperty("ready").GetBoolean()), Is.EqualTo((0, true)));
        Assert.That(checks, Has.Count.EqualTo(MachineChecks.All("").Count));
        Assert.That(checks["Chromium"].GetProperty("outcome").GetString(), Is.EqualTo("lacking"));
        Assert.That(checks["Chromium"].GetProperty("remedy").GetString(), Is.EqualTo("sudo apt-get install chromium"));
        Assert.That(checks["OpenGL"].GetProperty("cost").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task This_machine_is_looked_at_without_a_fault()
    {
        var (code, output, error) = await Tool.RunAsync("doctor");

        Assert.That(code, Is.AnyOf(0, 3));
        Assert.That(error, Is.Empty);
        Assert.That(output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("lacking ", StringComparison.Ordinal)
            || line.StartsWith("needed ", StringComparison.Ordinal)), Is.EqualTo(MachineChecks.All("").Count));
    }

    private (int Code, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        var command = DoctorCommand.Create(new Terminal(TextReader.Null, output, TextWriter.Null), _machine);
        return (command.Parse(args).Invoke(), output.ToString());
    }
}
