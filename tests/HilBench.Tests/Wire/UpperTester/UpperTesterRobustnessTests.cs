using System.Globalization;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Wire.UpperTester;

/// <summary>Any octets are a message of a profile or told to be none; HILBENCH_FUZZ sets another number of executions.</summary>
internal sealed class UpperTesterRobustnessTests
{
    private const int Executions = 300_000;

    [Test]
    public void Any_octets_decode_or_are_told_and_what_decodes_has_the_same_octets_again()
    {
        var executions = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? $"{Executions}", CultureInfo.InvariantCulture);
        var profiles = UpperTesterProfile.Bundled.Select(UpperTesterProfile.Load).ToArray();
        var random = new Random(5);
        var buffer = new byte[300];
        var decoded = 0;
        for (var i = 0; i < executions; i++)
        {
            var octets = buffer.AsSpan(0, random.Next(4) == 0 ? random.Next(buffer.Length) : random.Next(30));
            random.NextBytes(octets);
            Shape(octets, random);
            var profile = profiles[i % profiles.Length];
            if (profile.TryDecode(octets, out var message, out var error))
            {
                decoded++;
                Compare(profile, message, octets);
            }
            else
            {
                Assert.That(error.Value.Offset, Is.InRange(0, octets.Length));
            }
        }

        TestContext.Out.WriteLine($"{executions} inputs, {decoded} decoded");
        Assert.That(decoded, Is.InRange(executions / 100, executions - (executions / 100)));
    }

    /// <summary>Makes codes likely and lengths right now and then, so that not all ends at the first octet.</summary>
    private static void Shape(Span<byte> octets, Random random)
    {
        if (octets.Length < 3)
        {
            return;
        }

        octets[0] = (byte)random.Next(0x76);
        switch (random.Next(3))
        {
            case 0:
                octets[1] = 0;
                octets[2] = (byte)Math.Max(0, octets.Length - 3);
                break;
            case 1:
                octets[1] = 1;
                break;
            default:
                break;
        }
    }

    private static void Compare(UpperTesterProfile profile, UpperTesterMessage message, ReadOnlySpan<byte> octets)
    {
        // Places of what is not there may hold anything on the wire; written again they hold zeros, and then the message is the same.
        var again = profile.Encode(message);
        if (again.Length != octets.Length || !profile.TryDecode(again, out var same, out _) || !same.Equals(message))
        {
            Assert.Fail($"{profile.Name}: {Convert.ToHexString(octets)} is {message}, written as {Convert.ToHexString(again)}");
        }
    }
}
