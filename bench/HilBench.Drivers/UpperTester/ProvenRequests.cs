using System.Globalization;
using HilBench.Rigs;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.UpperTester;

namespace HilBench.Drivers.UpperTester;

/// <summary>Requests whose answer is believed only when the air shows what was asked.</summary>
/// <param name="tester">The station's Upper Tester.</param>
/// <param name="air">What watches the air that the station transmits on.</param>
/// <param name="patience">How long the air may take, from the request on.</param>
public sealed class ProvenRequests(IUpperTester tester, EtsiAirWatch air, TimeSpan patience)
{
    /// <summary>Begins a DENM and waits for it.</summary>
    /// <returns>The first DENM with the action id of the answer.</returns>
    /// <exception cref="RigException">The station did not do it, or said so and the air does not show it.</exception>
    public async Task<SeenPacket> TriggerAsync(DenmTrigger trigger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return await SeeAsync(
            trigger,
            (packet, answer) => packet.Denm?.Denm is { Management.Termination: null, Situation.EventType: { } cause } denm
                && IsOf(denm, (DenmResult)answer) && cause.CauseCodeValue == trigger.Cause && cause.SubCauseCode == trigger.SubCause,
            cancellation);
    }

    /// <summary>Changes a DENM and waits for it to show.</summary>
    /// <returns>The first DENM of the event with the detection time of the update.</returns>
    /// <exception cref="RigException">The station did not do it, or said so and the air does not show it.</exception>
    public async Task<SeenPacket> UpdateAsync(DenmUpdate update, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        return await SeeAsync(
            update,
            (packet, answer) => packet.Denm?.Denm is { Management.Termination: null } denm && IsOf(denm, (DenmResult)answer) && denm.Management.DetectionTime == update.DetectionTime,
            cancellation);
    }

    /// <summary>Ends a DENM and waits for its termination.</summary>
    /// <returns>The DENM that cancels or negates the event.</returns>
    /// <exception cref="RigException">The station did not do it, or said so and the air does not show it.</exception>
    public async Task<SeenPacket> TerminateAsync(DenmTermination termination, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(termination);
        return await SeeAsync(
            termination,
            (packet, _) => packet.Denm?.Denm.Management is { Termination: not null, ActionID: { } action }
                && action.OriginatingStationID == termination.StationId && action.SequenceNumber == termination.SequenceNumber,
            cancellation);
    }

    /// <summary>Asks for a change that CAMs show.</summary>
    /// <param name="request">A CAM trigger, a change of position or of pseudonym.</param>
    /// <param name="shows">Whether a CAM shows it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The first packet with such a CAM.</returns>
    /// <exception cref="RigException">The station did not do it, or said so and no CAM shows it.</exception>
    public async Task<SeenPacket> ChangeAsync(UpperTesterMessage request, Func<CAM, bool> shows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shows);
        return await SeeAsync(request, (packet, _) => packet.Cam is { } cam && shows(cam), cancellation);
    }

    /// <summary>Asks for a packet and waits for it.</summary>
    /// <param name="request">A GeoNetworking or BTP trigger.</param>
    /// <param name="match">Which packet it is.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RigException">The station did not do it, or said so and the air does not show it.</exception>
    public async Task<SeenPacket> SendAsync(UpperTesterMessage request, Func<SeenPacket, bool> match, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(match);
        return await SeeAsync(request, (packet, _) => match(packet), cancellation);
    }

    private async Task<SeenPacket> SeeAsync(UpperTesterMessage request, Func<SeenPacket, UpperTesterMessage, bool> match, CancellationToken cancellation)
    {
        // The air may be faster than the answer: packets are kept until the answer says what to look for.
        var early = new List<SeenPacket>();
        UpperTesterMessage? answer = null;
        var seen = air.FirstAsync(packet => answer is null ? Keep(early, packet) : match(packet, answer), patience, cancellation);
        answer = await tester.AskAsync(request, cancellation);
        return early.Find(packet => match(packet, answer)) ?? await seen
            ?? throw new UpperTesterException(string.Create(
                CultureInfo.InvariantCulture,
                $"{tester.Plan.Name}: {request.Name} was answered with 'done', but the air did not show it within {patience.TotalSeconds:0.###} s. Check the device, and that the bench receives what it transmits."));
    }

    private static bool Keep(List<SeenPacket> early, SeenPacket packet)
    {
        const int Most = 1000;
        if (early.Count < Most)
        {
            early.Add(packet);
        }

        return false;
    }

    private static bool IsOf(DecentralizedEnvironmentalNotificationMessage denm, DenmResult answer) =>
        denm.Management.ActionID.OriginatingStationID == answer.StationId && denm.Management.ActionID.SequenceNumber == answer.SequenceNumber;
}
