using System.Collections.Immutable;

namespace HilBench.Emulators.Hosting;

/// <summary>Switches on what an emulated device does otherwise than it should, or than most do.</summary>
public static class EmulatorQuirks
{
    /// <summary>The settings with more defects and personalities.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="defects">Names of defects.</param>
    /// <param name="personalities">Names of personalities.</param>
    /// <exception cref="ArgumentException">The device does not know one; the message has those that it knows.</exception>
    public static EmulatorSettings SwitchOn(EmulatorSettings settings, ImmutableArray<string> defects, ImmutableArray<string> personalities)
    {
        var kind = DeviceKind.Of(settings).Word;
        DefectTable.Check(kind, defects);
        PersonalityTable.Check(kind, personalities);
        return settings with
        {
            SignalController = settings.SignalController is { } controller ? Controller(controller, defects, personalities) : null,
            Rsu = settings.Rsu is { } rsu ? rsu with { Defects = rsu.Defects.Union(defects), Personalities = rsu.Personalities.Union(personalities) } : null,
            Obu = settings.Obu is { } obu ? obu with { Defects = obu.Defects.Union(defects), Personalities = obu.Personalities.Union(personalities) } : null,
            EtsiStation = settings.EtsiStation is { } station ? station with { Personalities = station.Personalities.Union(personalities) } : null,
            Tci = settings.Tci is { } tci ? tci with { Personalities = tci.Personalities.Union(personalities) } : null,
            GbT20999 = settings.GbT20999 is { } host ? host with { Personalities = host.Personalities.Union(personalities) } : null,
        };
    }

    private static SignalControllerSettings Controller(SignalControllerSettings settings, ImmutableArray<string> defects, ImmutableArray<string> personalities) =>
        settings with
        {
            Defects = settings.Defects.Union(defects),
            Ntcip = settings.Ntcip with { Personalities = settings.Ntcip.Personalities.Union(personalities) },
        };
}
