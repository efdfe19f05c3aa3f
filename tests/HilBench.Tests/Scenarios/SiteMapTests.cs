using HilBench.Inputs;
using HilBench.Scenarios;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Scenarios;

internal sealed class SiteMapTests
{
    private static readonly Site FourLeg = SiteFile.Read(Repository.PathOf("fixtures/sites/four-leg.yaml"));

    [Test]
    public void A_site_comes_back_from_its_map_message()
    {
        var octets = SiteMap.WriteFrame(FourLeg, 5);
        var frame = MessageFrame.Decode(octets);

        Assert.That(frame.Violations, Is.Empty);
        var site = MapSite.Read((MapData)frame.Value.Value, FourLeg.SignalGroups);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(site.MapRevision, Is.EqualTo(5));
        Assert.That(site.Name, Is.EqualTo(FourLeg.Name));
        Assert.That(site.Intersection, Is.EqualTo(1001));
        Assert.That(site.Reference.Latitude, Is.EqualTo(42.3005).Within(1e-7));
        Assert.That(site.Reference.Longitude, Is.EqualTo(-83.6985).Within(1e-7));
        Assert.That(site.Connections, Is.EquivalentTo(FourLeg.Connections));
        foreach (var (lane, original) in site.Lanes.Zip(FourLeg.Lanes))
        {
            Assert.That(lane with { Path = original.Path, Width = original.Width }, Is.EqualTo(original));
            Assert.That(lane.Width, Is.EqualTo(original.Width).Within(0.005), $"width of lane {lane.Id}");
            Assert.That(lane.Path.Zip(original.Path, (point, other) => point.DistanceTo(other)), Is.All.LessThan(0.008), $"path of lane {lane.Id}");
        }
    }

    [Test]
    public void A_changed_lane_changes_the_message_and_comes_back()
    {
        var changed = new MapChange(TimeSpan.Zero, [new LaneChange(2, 3.3)]).Apply(FourLeg);

        var site = MapSite.Read(SiteMap.Write(changed, 1), FourLeg.SignalGroups);

        Assert.That(SiteMap.WriteFrame(changed, 1), Is.Not.EqualTo(SiteMap.WriteFrame(FourLeg, 1)));
        Assert.That(site.FindLane(2)!.Width, Is.EqualTo(3.3).Within(0.005));
        Assert.That(site.FindLane(1)!.Width, Is.EqualTo(3.5).Within(0.005));
    }

    [Test]
    public void A_map_in_hexadecimal_is_the_site_of_a_scenario_octet_for_octet()
    {
        var octets = SiteMap.WriteFrame(FourLeg, 7);
        var folder = Directory.CreateTempSubdirectory("hilbench-map");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "site.hex"), Convert.ToHexString(octets) + "\n");
            var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"))
                .Replace("site: ../sites/four-leg.yaml", "site: site.hex\nsignalGroups: [GROUPS]", StringComparison.Ordinal);
            var groups = string.Join(", ", FourLeg.SignalGroups.Select(group =>
                group.Phase is { } phase ? $"{{group: {group.Group}, phase: {phase}}}" : $"{{group: {group.Group}, pedPhase: {group.PedPhase}}}"));

            var scenario = ScenarioFile.Parse(Path.Combine(folder.FullName, "s.yaml"), text.Replace("GROUPS", groups, StringComparison.Ordinal));

            Assert.That(scenario.Map, Is.EqualTo(octets));
            Assert.That(scenario.Site.SignalGroups, Is.EqualTo(FourLeg.SignalGroups));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("00", "cannot be used as a MAP message in hexadecimal")]
    [TestCase("xyz", "cannot be used as a MAP message in hexadecimal")]
    [TestCase(null, "cannot be used as a MAP message in hexadecimal")]
    public void A_site_that_is_no_map_is_refused_in_one_line(string? content, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-map");
        try
        {
            if (content is not null)
            {
                File.WriteAllText(Path.Combine(folder.FullName, "site.hex"), content);
            }

            var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")).Replace("../sites/four-leg.yaml", "site.hex", StringComparison.Ordinal);
            var fault = Assert.Throws<InputFileException>(() => ScenarioFile.Parse(Path.Combine(folder.FullName, "s.yaml"), text));

            Assert.That(fault.Errors, Has.Length.EqualTo(1));
            Assert.That(fault.Errors[0].Message, Does.Contain(expected));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Recorded and published MAPs: those whose lanes are nodes or offsets, and whose signal groups are of common use.</summary>
    [Test]
    public void Maps_of_other_makers_become_sites_and_maps_again()
    {
        var sites = new List<Site>();
        var refused = new List<string>();
        foreach (var hex in PublicMaps())
        {
            var frame = MessageFrame.Decode(Convert.FromHexString(hex)).Value;
            try
            {
                sites.Add(MapSite.Read((MapData)frame.Value, null));
            }
            catch (FormatException fault)
            {
                refused.Add(fault.Message);
            }
        }

        Assert.That(sites, Has.Count.GreaterThanOrEqualTo(15), string.Join('\n', refused));
        foreach (var site in sites)
        {
            var again = MapSite.Read(SiteMap.Write(site, site.MapRevision), site.SignalGroups);
            Assert.That(again.Connections, Is.EquivalentTo(site.Connections));
            foreach (var (lane, original) in again.Lanes.Zip(site.Lanes))
            {
                Assert.That(lane.Path.Zip(original.Path, (point, other) => point.DistanceTo(other)), Is.All.LessThan(0.01), $"{site.Name}, lane {lane.Id}");
            }
        }
    }

    private static IEnumerable<string> PublicMaps() =>
        File.ReadLines(Repository.RequireShared("vectors/j2735_public.csv"))
            .SelectMany(line => line.Split(',').Where(field => field.StartsWith("0012", StringComparison.Ordinal) && field.Length > 100))
            .Distinct(StringComparer.Ordinal);
}
