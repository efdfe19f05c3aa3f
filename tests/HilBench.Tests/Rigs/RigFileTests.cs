using HilBench.Inputs;
using HilBench.Rigs;

namespace HilBench.Tests.Rigs;

internal sealed class RigFileTests
{
    [Test]
    public void The_emulated_rig_is_read_from_its_folder()
    {
        var rig = RigFile.Read(Repository.PathOf("rigs/emulated"), Words);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(rig.Name, Is.EqualTo("emulated"));
        Assert.That(rig.Links, Is.EqualTo(LinkKind.Memory));
        Assert.That(rig.Devices.Select(device => $"{device.Name} {device.Kind} {device.Dut}"), Is.EqualTo(["asc1 signal-controller True", "rsu1 rsu True", "obu1 obu True"]));
        Assert.That(rig.Devices.OfType<RoadSideUnitPlan>().Single().ProcessingDelay, Is.EqualTo(TimeSpan.FromMilliseconds(5)));
        Assert.That(rig.Devices.OfType<RoadSideUnitPlan>().Single().ForwardRows, Is.EqualTo([new ForwardRowPlan(0x82, 172)]));
    }

    [Test]
    public void Faults_of_a_rig_are_told_with_their_places_and_what_is_allowed()
    {
        const string Text = """
            name: broken
            air: PC5
            devices:
              - {name: asc1, kind: signal-controler, driver: emulator}
              - {name: rsu1, kind: rsu, driver: emulator, controller: asc1, mac: 02-00, processingDelay: 5}
              - {name: rsu1, kind: obu, driver: there, mac: 02:00:00:00:00:01, defects: [wrong], dut: yes, udp: {host: here, ifm: 1516}}
              - {name: x, driver: emulator}
            """;

        var fault = Assert.Throws<InputFileException>(() => RigFile.Parse("rig.yaml", Text, Words));

        Assert.That(fault.Message, Is.EqualTo("""
            rig.yaml:2:6: air: expected one of stand-in, found 'PC5'
            rig.yaml:4:5: kind: expected one of signal-controller, rsu, obu, etsi-station, found 'signal-controler'
            rig.yaml:5:59: controller: 'asc1' is no signal-controller above this device
            rig.yaml:5:70: mac: expected six octets such as 02:00:00:00:00:01, found '02-00'
            rig.yaml:5:94: processingDelay: expected a time with unit such as '10 min' or '600 s', found '5'
            rig.yaml:6:12: name: device 'rsu1' is there twice
            rig.yaml:6:37: driver: expected one of emulator, docker, real, found 'there'
            rig.yaml:6:77: defects: unknown defect 'wrong' of a device of kind obu; allowed: msgcnt-stuck, id-changes
            rig.yaml:6:91: dut: expected true or false, found 'yes'
            rig.yaml:6:108: host: expected an IP address such as 127.0.0.1, found 'here'
            rig.yaml:6:114: unknown key 'ifm'; allowed: host, gnss, air, alerts, tci
            rig.yaml:7:5: missing key 'kind': one of signal-controller, rsu, obu, etsi-station
            """));
    }

    private static EmulatorWords Words => new(Defects, kind => kind == "rsu" ? ["psid-plain"] : []);

    private static string[] Defects(string kind) => kind == "obu" ? ["msgcnt-stuck", "id-changes"] : [];
}
