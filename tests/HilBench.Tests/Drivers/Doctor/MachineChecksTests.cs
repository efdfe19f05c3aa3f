using HilBench.Drivers.Doctor;
using HilBench.Links;

namespace HilBench.Tests.Drivers.Doctor;

internal sealed class MachineChecksTests
{
    private PaperMachine _machine = null!;

    [SetUp]
    public void CreateMachine() => _machine = new PaperMachine();

    [Test]
    public void A_machine_that_has_everything_lacks_nothing()
    {
        var results = MachineChecks.Run(_machine, "artifacts/runs");

        Assert.That(results.Where(result => result.Outcome != CheckOutcome.Present), Is.Empty);
        Assert.That(results.Select(result => result.Cost), Is.All.Null);
        Assert.That(results.Select(result => result.Name), Is.Unique);
    }

    [Test]
    public void A_bare_machine_is_told_what_each_thing_costs_and_how_to_get_it_and_still_runs_the_default_rig()
    {
        Empty();
        var results = MachineChecks.Run(_machine, "artifacts/runs");

        Assert.That(results.Where(result => result.Outcome == CheckOutcome.Needed), Is.Empty);
        var lacking = results.Where(result => result.Outcome == CheckOutcome.Lacking).ToArray();
        Assert.That(lacking.Select(result => result.Name), Is.EqualTo(
        [
            "timers", "real-time priority", "kernel time stamps", "hardware clock", "socket buffers", "ports", "raw Ethernet", "serial permission", "serial lines", "Docker",
            "Chromium", "programs of the tests",
        ]));
        Assert.That(lacking.Select(result => result.Cost), Is.All.Not.Null.And.All.Not.Empty);
        Assert.That(lacking.Select(result => result.Remedy), Is.All.Not.Null.And.All.Not.Empty);
    }

    [Test]
    public void Each_remedy_is_the_command_for_what_was_found()
    {
        Empty();
        _machine.Ports.Clear();
        _machine.Ports[161] = PortState.NotAllowed;
        _machine.Ports[1516] = PortState.InUse;
        var remedies = MachineChecks.Run(_machine, "artifacts/runs").ToDictionary(result => result.Name, result => result.Remedy, StringComparer.Ordinal);

        Assert.That(remedies["raw Ethernet"], Is.EqualTo("sudo setcap cap_net_raw+ep /opt/hilbench/hilbench"));
        Assert.That(remedies["serial permission"], Is.EqualTo("sudo usermod -aG dialout $USER, then log in again"));
        Assert.That(remedies["socket buffers"], Does.StartWith("run on Linux"));
        Assert.That(remedies["Docker"], Does.StartWith("sudo apt-get install docker.io"));
        Assert.That(remedies["programs of the tests"], Is.EqualTo("sudo apt-get install tshark snmp snmpd mosquitto gpsd socat"));
        Assert.That(remedies["ports"], Is.EqualTo(
            "ss -lpn | grep -E ':(1516) ' shows the program to end; sudo sysctl -w net.ipv4.ip_unprivileged_port_start=161; or give other ports in the rig file"));
    }

    [Test]
    public void Docker_that_this_user_may_not_ask_or_that_is_elsewhere_is_told_apart_from_none()
    {
        _machine.Docker = DaemonState.NotAllowed;
        Assert.That(Of("Docker").Remedy, Is.EqualTo("sudo usermod -aG docker $USER, then log in again"));

        _machine.Variables["DOCKER_HOST"] = "tcp://192.0.2.9:2375";
        Assert.That(Of("Docker").Found, Does.Contain("not a socket of this machine"));
    }

    [TestCase(null, "nothing can be written to artifacts/runs")]
    [TestCase(400_000_000L, "0.4 GB free for artifacts/runs, less than 0.5 GB")]
    public void Without_room_for_evidence_the_default_rig_cannot_run(long? room, string found)
    {
        _machine.Room = room;

        Assert.That((Of("room for evidence").Outcome, Of("room for evidence").Found), Is.EqualTo((CheckOutcome.Needed, found)));
    }

    [Test]
    public void Root_needs_no_group_and_names_by_id_go_before_numbers()
    {
        _machine.Texts["/proc/self/status"] = "Uid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\n";
        _machine.Folders["/dev/serial/by-id"] = ["/dev/serial/by-id/usb-FTDI_GNSS"];

        Assert.That(Of("serial permission").Found, Is.EqualTo("root opens every serial line"));
        Assert.That(Of("serial lines").Found, Is.EqualTo("/dev/serial/by-id/usb-FTDI_GNSS"));
    }

    private CheckResult Of(string name) => MachineChecks.Run(_machine, "artifacts/runs").Single(result => result.Name == name);

    private void Empty()
    {
        _machine.Texts.Clear();
        _machine.Folders.Clear();
        _machine.Programs.Clear();
        _machine.Docker = DaemonState.Absent;
        _machine.Stamps = (50, 0);
        _machine.RealTimePriority = false;
        _machine.Lateness = new LatenessStatistics(200, TimeSpan.FromMilliseconds(12), TimeSpan.FromMilliseconds(40));
        _machine.Ports[6053] = PortState.InUse;
        _machine.Texts["/etc/group"] = "dialout:x:20:\n";
    }
}
