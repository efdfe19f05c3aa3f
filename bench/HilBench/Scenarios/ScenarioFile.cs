using System.Collections.Immutable;
using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>Reads a scenario, and the site or MAP that it names, from its YAML file.</summary>
public static class ScenarioFile
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads a scenario file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputFileException">The file, or one that it names, is not there or has faults; all of them are told.</exception>
    public static Scenario Read(string path) => Read(InputFile.Open(path, "scenario"));

    /// <summary>Reads the text of a scenario file.</summary>
    /// <param name="name">Name of the file, for messages and to find the files that it names.</param>
    /// <param name="text">YAML text.</param>
    /// <exception cref="InputFileException">The text, or a file that it names, has faults; all of them are told.</exception>
    public static Scenario Parse(string name, string text) => Read(InputFile.Parse(name, text));

    private static Scenario Read(InputFile file)
    {
        var top = file.Top(ScenarioKeys.Scenario);
        var stated = top.Time("length", TimeSpan.FromSeconds(1), Longest);
        var length = file.Faulty ? Longest : stated; // a wrong length must not make all later times wrong
        var site = ScenarioSite.Read(file, top);
        var plans = SignalPlanFields.Read(top);
        var scenario = new Scenario
        {
            Name = top.Text("name"),
            Description = top.OptionalText("description")?.Trim() ?? string.Empty,
            Start = top.Utc("start"),
            Length = stated,
            Seed = top.Number("seed", 0, int.MaxValue),
            Site = site.Site,
            Map = site.Map,
            Plans = plans,
            PlanChanges = [.. top.Mappings("planChanges", ScenarioKeys.PlanChange).Select(fields => PlanChange(fields, length, plans))],
            Calls = [.. top.Mappings("calls", ScenarioKeys.Call).Select(fields => Call(fields, length, plans))],
            RandomCalls = [.. top.Mappings("randomCalls", ScenarioKeys.RandomCalls).Select(fields => RandomCalls(fields, length, plans))],
            Vehicles = Vehicles(top, length, site.Site),
            Forwards = [.. top.Mappings("forwards", ScenarioKeys.Forward).Select(fields => Forward(fields, length))],
            MapChanges = [.. top.Mappings("mapChanges", ScenarioKeys.MapChange).Select(fields => MapChange(fields, length, site.Site))],
            Files = [file.Name, site.File],
        };
        SignalPlanFields.CheckAgainstSite(top, plans, site.Site);
        file.ThrowIfFaulty();
        return scenario;
    }

    private static PlanChange PlanChange(Fields fields, TimeSpan length, ImmutableArray<SignalPlan> plans)
    {
        var change = new PlanChange(fields.Time("at", TimeSpan.Zero, length), fields.Number("plan", 1, 254));
        if (fields.Has("plan") && plans.All(plan => plan.Number != change.Plan))
        {
            fields.Fault("plan", $"plan {change.Plan} is not under plans");
        }

        return change;
    }

    private static DetectorCall Call(Fields fields, TimeSpan length, ImmutableArray<SignalPlan> plans)
    {
        var (phase, pedPhase) = Phases(fields, plans);
        return new DetectorCall(fields.Time("at", TimeSpan.Zero, length), fields.Time("for", Tick, Longest), phase, pedPhase);
    }

    private static RandomCalls RandomCalls(Fields fields, TimeSpan length, ImmutableArray<SignalPlan> plans)
    {
        var (shortest, longest) = fields.TimeRange("every", Tick, Longest);
        var (phase, pedPhase) = Phases(fields, plans);
        return new RandomCalls(
            shortest,
            longest,
            fields.Time("for", Tick, Longest),
            fields.OptionalTime("from", TimeSpan.Zero, length) ?? TimeSpan.Zero,
            fields.OptionalTime("to", TimeSpan.Zero, length) ?? length,
            phase,
            pedPhase);
    }

    private static (int? Phase, int? PedPhase) Phases(Fields fields, ImmutableArray<SignalPlan> plans)
    {
        var phase = fields.OptionalNumber("phase", 1, 16);
        var pedPhase = fields.OptionalNumber("pedPhase", 1, 16);
        if (phase is null == pedPhase is null)
        {
            fields.Fault("for", "expected either phase or pedPhase beside it");
        }

        if (phase is not null && plans.All(plan => plan.Phases.All(known => known.Phase != phase)))
        {
            fields.Fault("phase", $"no plan has phase {phase}");
        }

        if (pedPhase is not null && plans.All(plan => plan.Phases.All(known => known.Phase != pedPhase || known.Walk == TimeSpan.Zero)))
        {
            fields.Fault("pedPhase", $"no plan has phase {pedPhase} with a walk time");
        }

        return (phase, pedPhase);
    }

    private static ImmutableArray<VehicleTrip> Vehicles(Fields top, TimeSpan length, Site site)
    {
        var vehicles = ImmutableArray.CreateBuilder<VehicleTrip>();
        foreach (var fields in top.Mappings("vehicles", ScenarioKeys.Vehicle))
        {
            var vehicle = Vehicle(fields, length);
            if (site.Lanes.Length > 0 && site.FindConnection(vehicle.From, vehicle.To) is null)
            {
                var ways = site.Connections.Where(way => way.From == vehicle.From).Select(way => way.To).ToArray();
                var allowed = ways.Length > 0 ? $"it leads to {string.Join(", ", ways)}" : "it leads nowhere";
                fields.Fault("to", $"lane {vehicle.From} does not lead to lane {vehicle.To} on this site; {allowed}");
            }

            if (vehicles.Any(other => other.Name == vehicle.Name))
            {
                fields.Fault("name", $"vehicle '{vehicle.Name}' is there twice");
            }

            if (vehicle.Device is not null && vehicles.Any(other => other.Device == vehicle.Device && (other.Length, other.Width) != (vehicle.Length, vehicle.Width)))
            {
                fields.Fault("device", $"vehicles of one on-board unit ('{vehicle.Device}') must have one size");
            }

            vehicles.Add(vehicle);
        }

        return vehicles.DrainToImmutable();
    }

    private static VehicleTrip Vehicle(Fields fields, TimeSpan length) => new()
    {
        Name = fields.Text("name"),
        Device = fields.OptionalText("device"),
        From = fields.Number("from", 1, 255),
        To = fields.Number("to", 1, 255),
        Enters = fields.Time("enters", TimeSpan.Zero, length),
        Waits = fields.OptionalTime("waits", TimeSpan.Zero, Longest) ?? TimeSpan.Zero,
        Stays = fields.OptionalTime("stays", TimeSpan.Zero, Longest) ?? TimeSpan.Zero,
        Speed = fields.Quantity("speed", Dimension.Speed, 0.5, 70),
        IgnoresSignal = fields.Flag("ignoresSignal", otherwise: false),
        IgnoresTraffic = fields.Flag("ignoresTraffic", otherwise: false),
        Length = fields.Has("length") ? fields.Quantity("length", Dimension.Length, 1, 40) : VehicleTrip.UsualLength,
        Width = fields.Has("width") ? fields.Quantity("width", Dimension.Length, 0.5, 5) : VehicleTrip.UsualWidth,
    };

    private static ForwardSeries Forward(Fields fields, TimeSpan length) => new()
    {
        Device = fields.Text("device"),
        Type = fields.Choice("type", ("SPAT", "SPAT")),
        Psid = fields.Number("psid", 0, 0x1020407F),
        Channel = fields.Number("channel", 172, 184),
        Rate = fields.Quantity("rate", Dimension.Rate, 0.1, 100),
        From = fields.Time("from", TimeSpan.Zero, length),
        For = fields.Time("for", Tick, length),
    };

    private static MapChange MapChange(Fields fields, TimeSpan length, Site site)
    {
        var lanes = ImmutableArray.CreateBuilder<LaneChange>();
        foreach (var field in fields.Mappings("lanes", ScenarioKeys.LaneChange))
        {
            var change = new LaneChange(field.Number("lane", 1, 255), field.Quantity("width", Dimension.Length, 0.5, 20));
            if (site.Lanes.Length > 0 && site.FindLane(change.Lane) is null)
            {
                field.Fault("lane", $"lane {change.Lane} is no lane of this site");
            }

            lanes.Add(change);
        }

        return new MapChange(fields.Time("at", TimeSpan.Zero, length), lanes.DrainToImmutable());
    }
}
