using System.Text;
using HilBench.Wire.Slcan;
using HilBench.Wire.VehicleBus;

namespace HilBench.Tests.Wire.VehicleBus;

internal sealed class DbcFileTests
{
    private const string Message = "BO_ 256 M: 8 Gateway\n";

    /// <summary>The description that a rig takes when a lab brings none.</summary>
    public static DbcFile Default { get; } = Read(File.ReadAllText(Repository.PathOf("fixtures/vehicle-bus/default.dbc")));

    [Test]
    public void The_default_file_tells_everything_that_a_unit_needs_and_tells_it_back()
    {
        var state = new VehicleBusState
        {
            Brake = true,
            Abs = VehicleControl.Engaged,
            TractionControl = VehicleControl.On,
            StabilityControl = VehicleControl.Off,
            SteeringWheelDegrees = -123.4,
            SpeedMetresPerSecond = 13.89,
            Acceleration = -4.5,
            Gear = VehicleGear.Reverse,
            Lights = VehicleLights.Hazard | VehicleLights.Parking,
        };
        var back = Default.Encode(state).Aggregate(new VehicleBusState(), (told, frame) => Default.Decode(frame, told));

        Assert.That(back with { SteeringWheelDegrees = null, SpeedMetresPerSecond = null, Acceleration = null }, Is.EqualTo(
            state with { SteeringWheelDegrees = null, SpeedMetresPerSecond = null, Acceleration = null }));
        Assert.That(back.SteeringWheelDegrees, Is.EqualTo(-123.4).Within(1e-9));
        Assert.That(back.SpeedMetresPerSecond, Is.EqualTo(13.89).Within(1e-9));
        Assert.That(back.Acceleration, Is.EqualTo(-4.5).Within(1e-9));
        Assert.That(Default.Messages.Select(message => message.Cycle?.TotalMilliseconds), Is.EqualTo([20.0, 50.0, 100.0]));
    }

    // Worked by hand from the DBC bit numbering: little-endian grows from the start bit, big-endian starts at its highest bit and runs down.
    [TestCase("0|8@1+ (1,0)", 0xA5, "A500000000000000")]
    [TestCase("4|12@1+ (1,0)", 0xABC, "C0AB000000000000")]
    [TestCase("7|16@0+ (1,0)", 0x1234, "1234000000000000")]
    [TestCase("3|12@0+ (1,0)", 0xABC, "0ABC000000000000")]
    [TestCase("11|12@0+ (1,0)", 0xABC, "000ABC0000000000")]
    [TestCase("8|16@1- (0.01,0)", -4.5, "003EFE0000000000")]
    [TestCase("0|8@1- (0.5,10)", -54, "8000000000000000")]
    [TestCase("0|64@1- (1,0)", -1, "FFFFFFFFFFFFFFFF")]
    public void Bits_are_where_the_file_says(string layout, double value, string data)
    {
        var signal = Read($"{Message} SG_ S : {layout} [0|0] \"\" Unit").Messages[0].Signals[0];
        var octets = new byte[8];
        signal.Write(octets, value);

        Assert.That(Convert.ToHexString(octets), Is.EqualTo(data));
        Assert.That(signal.Read(octets), Is.EqualTo(value).Within(1e-9));
    }

    [TestCase("0|8@1+ (1,0)", 300, 255)]
    [TestCase("0|8@1+ (1,0)", -5, 0)]
    [TestCase("0|8@1- (1,0)", 300, 127)]
    [TestCase("0|8@1- (1,0)", double.NaN, 0)]
    [TestCase("0|8@1- (1,0)", double.NegativeInfinity, -128)]
    public void What_a_signal_cannot_hold_becomes_the_nearest_end(string layout, double value, double held)
    {
        var signal = Read($"{Message} SG_ S : {layout} [0|0] \"\" Unit").Messages[0].Signals[0];
        var octets = new byte[8];
        signal.Write(octets, value);

        Assert.That(signal.Read(octets), Is.EqualTo(held));
    }

    [TestCase("", "line 1: no message|no message")]
    [TestCase("BO_ x M: 8 G", "line 1: 'BO_ x M: 8 G' is no message")]
    [TestCase("BO_ 2048 M: 8 G", "more than 11 bits")]
    [TestCase("BO_ 1 M: 64 G", "CAN FD is not spoken")]
    [TestCase("BO_ 1 M: 8 G\nBO_ 1 N: 8 G", "line 2: identifier 1 is there a second time")]
    [TestCase(Message + " SG_ S : 60|8@1+ (1,0) [0|0] \"\" U", "line 2: S has bits 60|8")]
    [TestCase(Message + " SG_ S : 0|0@1+ (1,0) [0|0] \"\" U", "a signal 1 to 64")]
    [TestCase(Message + " SG_ S : 0|8@1+ (0,0) [0|0] \"\" U", "no factor is 0")]
    [TestCase(Message + " SG_ S m1 : 0|8@1+ (1,0) [0|0] \"\" U", "S is multiplexed")]
    [TestCase(Message + " SG_ S : 0|8 (1,0)", "is no signal")]
    [TestCase(Message + "BA_ \"V2xSignal\" SG_ 256 S \"brake\";", "no signal S in a message 256")]
    [TestCase(Message + " SG_ S : 0|8@1+ (1,0) [0|0] \"\" U\nBA_ \"V2xSignal\" SG_ 256 S \"brakes\";", "'brakes' means nothing to a unit; V2xSignal is one of abs, acceleration, brake")]
    public void What_cannot_be_read_is_said_with_its_line(string text, string expected)
    {
        Assert.That(DbcFile.TryParse(text, out _, out var error), Is.False);
        Assert.That(expected.Split('|').Any(error!.Value.Message.Contains), Is.True, error.Value.Message);
    }

    [Test]
    public void Lines_that_are_not_for_us_are_skipped_and_unbound_signals_do_no_harm()
    {
        var file = Read($"VERSION \"1\"\n{Message} SG_ S : 0|8@1+ (1,0) [0|255] \"km/h\" Unit,Other\n\nBO_ 3221225472 VECTOR__INDEPENDENT_SIG_MSG: 0 Vector__XXX\n SG_ X : 0|8@1+ (1,0) [0|0] \"\" Vector__XXX\nVAL_ 256 S 1 \"on\" 0 \"off\" ;");

        Assert.That(file.Messages, Has.Length.EqualTo(1));
        Assert.That(file.Messages[0].Signals[0].Unit, Is.EqualTo("km/h"));
        Assert.That(file.Encode(new VehicleBusState { Brake = true }), Is.Empty);
        Assert.That(file.Decode(new CanFrame(256, new byte[8]), new VehicleBusState()), Is.EqualTo(new VehicleBusState()));
    }

    [Test]
    public void Frames_that_are_short_foreign_or_remote_change_nothing()
    {
        var state = new VehicleBusState { Brake = true };

        Assert.That(Default.Decode(new CanFrame(768, new byte[3]), state), Is.EqualTo(state));
        Assert.That(Default.Decode(new CanFrame(769, new byte[8]), state), Is.EqualTo(state));
        Assert.That(Default.Decode(new CanFrame(768, new byte[8], Extended: true), state), Is.EqualTo(state));
        Assert.That(Default.Decode(new CanFrame(768, new byte[8], Remote: true), state), Is.EqualTo(state));
    }

    [Test]
    public void Random_and_mutated_files_are_a_description_or_an_error_and_every_frame_is_decoded()
    {
        var random = new Random(22);
        var whole = File.ReadAllBytes(Repository.PathOf("fixtures/vehicle-bus/default.dbc"));
        var read = 0;
        for (var i = 0; i < Fuzz.Rounds(100_000); i++)
        {
            if (DbcFile.TryParse(Encoding.Latin1.GetString(Fuzz.Mutate(random, whole, 600)), out var file, out var error))
            {
                read++;
                var message = file.Messages[0];
                var data = new byte[message.Octets];
                random.NextBytes(data);
                Assert.That(() => file.Encode(file.Decode(new CanFrame(message.Id, data, message.Extended), new VehicleBusState())).ToArray(), Throws.Nothing);
            }
            else
            {
                Assert.That(error!.Value.Offset, Is.Positive);
            }
        }

        Assert.That(read, Is.Positive);
    }

    private static DbcFile Read(string text)
    {
        Assert.That(DbcFile.TryParse(text, out var file, out var error), Is.True, error?.Message);
        return file!;
    }
}
