using System.Text.Json;
using HilBench.Cli;
using HilBench.Drivers.Doctor;
using HilBench.Scene;
using HilBench.Tests.Drivers.Doctor;
using HilBench.Tests.Scene;

namespace HilBench.Tests.Cli;

internal sealed class DoctorCommandTests
{
    private PaperMachine _machine = null!;
    private Func<string> _draw = null!;

    [SetUp]
    public void CreateMachine() => (_machine, _draw) = (new PaperMachine(), () => "llvmpipe");

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
        Assert.That(checks, Has.Count.EqualTo(MachineChecks.All("").Count + 1));
        Assert.That(checks["Chromium"].GetProperty("outcome").GetString(), Is.EqualTo("lacking"));
        Assert.That(checks["Chromium"].GetProperty("remedy").GetString(), Is.EqualTo("sudo apt-get install chromium"));
        Assert.That(checks["OpenGL"].GetProperty("cost").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void What_drew_a_picture_is_named_and_what_cannot_is_told_in_one_line()
    {
        Assert.That(Run().Output, Does.Contain("ok       OpenGL: a picture was drawn by llvmpipe\n"));

        _draw = () => throw new SceneException("told elsewhere") { Lacking = "no OpenGL 3.3 context (EGL error 0x3009)" };
        var (code, output) = Run();
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain(
            """
            lacking  OpenGL: no picture can be drawn: no OpenGL 3.3 context (EGL error 0x3009)
                     costs: no pictures of moments of a run; verdicts and reports do not depend on them
                     fix:   sudo apt-get install libegl1 libgl1 libgl1-mesa-dri

            """));
    }

    [Test]
    public void This_machine_draws_a_picture()
    {
        SceneRecordings.RequireOpenGl();

        Assert.That(SceneRenderer.Try(), Is.Not.Empty);
    }

    [Test]
    public async Task This_machine_is_looked_at_without_a_fault()
    {
        var (code, output, error) = await Tool.RunAsync("doctor");

        Assert.That(code, Is.AnyOf(0, 3));
        Assert.That(error, Is.Empty);
        Assert.That(output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("lacking ", StringComparison.Ordinal)
            || line.StartsWith("needed ", StringComparison.Ordinal)), Is.EqualTo(MachineChecks.All("").Count + 1));
    }

    [Test]
    public async Task A_machine_without_browser_and_OpenGL_driver_is_told_so_in_a_line_each()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-bare-");
        try
        {
            var (code, output, error) = await BareMachine.RunAsync(folder.FullName, "doctor", "--out", folder.FullName);

            Assert.That((code, error), Is.EqualTo((0, string.Empty)), output);
            Assert.That(output.Split('\n'), Has.One.StartsWith("lacking  Chromium: ").And.One.StartsWith("lacking  OpenGL: no picture can be drawn: "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private (int Code, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        var command = DoctorCommand.Create(new Terminal(TextReader.Null, output, TextWriter.Null), _machine, _draw);
        return (command.Parse(args).Invoke(), output.ToString());
    }
}
