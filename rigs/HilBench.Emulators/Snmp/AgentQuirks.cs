using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>What an agent does its own way, by the names of <see cref="PersonalityTable"/>; names of its device's other quirks are passed over.</summary>
internal sealed class AgentQuirks(ImmutableHashSet<string> personalities)
{
    /// <summary>Most bindings that a request of such an agent may have.</summary>
    private const int FewBindings = 10;

    /// <summary>How late such an agent answers.</summary>
    public static TimeSpan Lateness { get; } = TimeSpan.FromMilliseconds(400);

    public bool AnswersLate { get; } = personalities.Contains(PersonalityTable.SnmpLateAnswers);

    public bool IsSilent { get; } = personalities.Contains(PersonalityTable.SnmpNoReports);

    public bool WalksForEver { get; } = personalities.Contains(PersonalityTable.SnmpEndlessWalk);

    private bool CountersAreIntegers { get; } = personalities.Contains(PersonalityTable.SnmpCountersAsIntegers);

    private bool KnowsOneError { get; } = personalities.Contains(PersonalityTable.SnmpGenErrOnly);

    private bool PadsIntegers { get; } = personalities.Contains(PersonalityTable.SnmpPaddedIntegers);

    private bool PadsLengths { get; } = personalities.Contains(PersonalityTable.SnmpLongLengths);

    /// <summary>The limit of bindings, given the one of the settings; 0: none.</summary>
    public int Limit(int bindings) =>
        personalities.Contains(PersonalityTable.SnmpTenBindings) ? bindings == 0 ? FewBindings : Math.Min(bindings, FewBindings) : bindings;

    /// <summary>An answer as this agent words it.</summary>
    public SnmpPdu Bend(SnmpPdu answer)
    {
        if (KnowsOneError && answer.Error is not (SnmpError.NoError or SnmpError.TooBig))
        {
            return answer with { Error = SnmpError.GenErr };
        }

        return CountersAreIntegers ? answer with { Bindings = [.. answer.Bindings.Select(AsInteger)] } : answer;
    }

    /// <summary>A message or scoped PDU as this agent encodes it.</summary>
    public byte[] Encode(byte[] octets) => PadsIntegers || PadsLengths ? WideBer.Rewrite(octets, PadsIntegers, PadsLengths) : octets;

    private static VariableBinding AsInteger(VariableBinding binding) =>
        binding.Value.Syntax is SnmpSyntax.Counter32 or SnmpSyntax.Gauge32 or SnmpSyntax.TimeTicks
            ? binding with { Value = SnmpValue.Integer32(unchecked((int)binding.Value.Number)) }
            : binding;
}
