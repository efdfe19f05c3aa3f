using System.Collections.Immutable;

namespace HilBench.Emulators;

/// <summary>All personalities of all emulators: quirks of devices on the market that are no faults a suite must catch (those are in <see cref="DefectTable"/>).</summary>
public static class PersonalityTable
{
    internal const string Ntcip1202Version2 = "ntcip-1202-v02";
    internal const string NoChannelStatus = "no-channel-status";
    internal const string ControlIgnored = "control-ignored";
    internal const string GlobalTimeAsCounter = "global-time-as-counter";
    internal const string LocalTimeAsInteger = "local-time-as-integer";
    internal const string SpatEnableInstanceZero = "spat-enable-instance-0";
    internal const string SpatEnableInstanceOne = "spat-enable-instance-1";
    internal const string SpatOffAtStart = "spat-off-at-start";
    internal const string TscbmSecondsOfDay = "tscbm-seconds-of-day";
    internal const string TscbmVersion2 = "tscbm-version-2";
    internal const string TscbmCountsDatagrams = "tscbm-counts-datagrams";
    internal const string TscbmUnknownTimes = "tscbm-unknown-times";
    internal const string PsidPaddedLeft = "psid-padded-left";
    internal const string PsidPaddedRight = "psid-padded-right";
    internal const string PsidPlain = "psid-plain";
    internal const string PsidDecimalDigits = "psid-decimal-digits";
    internal const string RowStatusReadsFour = "row-status-reads-4";
    internal const string EditsInOperate = "edits-in-operate";
    internal const string RowsByColumns = "rows-by-columns";
    internal const string AnyModeCode = "any-mode-code";
    internal const string OptionsLeastBitFirst = "options-least-bit-first";
    internal const string IntervalInSeconds = "interval-in-seconds";
    internal const string LocalDeliveryTimes = "local-delivery-times";
    internal const string Ipv4InFront = "ipv4-in-front";
    internal const string ForwardsMessage = "forwards-message";
    internal const string ForwardsWsmp = "forwards-wsmp";
    internal const string ForwardsAnyMessageId = "ifm-any-message-id";
    internal const string StrictText = "ifm-strict-text";
    internal const string SetIgnored = "set-ignored";
    internal const string StoredNotSent = "stored-not-sent";
    internal const string GnssGpOnly = "gnss-gp-only";
    internal const string GnssNeedsModeLetter = "gnss-needs-mode-letter";
    internal const string GnssAltitudeAsHeight = "gnss-msl-as-ellipsoid";
    internal const string Gnss9600Baud = "gnss-9600-baud";
    internal const string GnssOnceASecond = "gnss-1-hz";
    internal const string SlcanPlainAnswer = "slcan-plain-answer";
    internal const string SlcanSilent = "slcan-silent";
    internal const string SlcanSecondOpenRefused = "slcan-second-open-refused";

    internal const string EtsiStation = "etsi-station";
    internal const string TesterSilent = "ut-silent";
    internal const string TesterFails = "ut-fails";
    internal const string TesterLate = "ut-late-3s";
    internal const string TesterOnlySaysDone = "ut-only-says-done";
    internal const string TesterNoCamTriggers = "ut-no-cam-triggers";
    internal const string LongitudeMovesLatitude = "ut-longitude-moves-latitude";
    internal const string PseudonymKeepsAddress = "ut-pseudonym-keeps-mac";
    internal const string GbVersion100 = "gb-version-100";
    internal const string GbHeartbeat71 = "gb-heartbeat-71";
    internal const string GbOwnSequence = "gb-own-sequence";
    internal const string GbEscapesOnUdp = "gb-escapes-on-udp";
    internal const string GbStageTimesShort = "gb-stage-times-u16";
    internal const string GbOrderTable = "gb-order-table";
    internal const string GbOrdersHidden = "gb-orders-hidden";
    internal const string GbSetIgnored = "gb-set-ignored";
    internal const string CloudDawnline = "cloud-dawnline";
    internal const string CloudSequenceAsNumber = "cloud-seqnum-as-number";
    internal const string CloudAckBeforeAir = "cloud-ack-without-air";
    internal const string CloudNoAck = "cloud-no-ack";

    /// <summary>Kind of what every device that is managed by SNMP has: each such device may have its personalities.</summary>
    internal const string SnmpAgent = "snmp-agent";

    internal const string SnmpTenBindings = "snmp-ten-bindings";
    internal const string SnmpLongLengths = "snmp-long-lengths";
    internal const string SnmpPaddedIntegers = "snmp-padded-integers";
    internal const string SnmpCountersAsIntegers = "snmp-counters-as-integers";
    internal const string SnmpGenErrOnly = "snmp-gen-err-only";
    internal const string SnmpNoReports = "snmp-no-reports";
    internal const string SnmpLateAnswers = "snmp-late-answers";
    internal const string SnmpEndlessWalk = "snmp-endless-walk";
    internal const string TciSilent = "tci-silent";
    internal const string TciLate = "tci-late-200ms";
    internal const string TciOnlySaysDone = "tci-only-says-done";
    internal const string TciVersionTwo = "tci-version-2";

    /// <summary>The personalities, by device.</summary>
    public static ImmutableArray<EmulatorPersonality> All { get; } =
    [
        new(Ntcip1202Version2, DefectTable.Controller, "The objects of NTCIP 1202 v02 only: no detector actuation by command, no third maximum, no SPaT block."),
        new(NoChannelStatus, DefectTable.Controller, "No channel status: lamps are told by the phase status groups only."),
        new(ControlIgnored, DefectTable.Controller, "SETs of control objects are answered without an error, and nothing is set."),
        new(GlobalTimeAsCounter, DefectTable.Controller, "globalTime answers, and takes, tag 0x41 (Counter), not INTEGER."),
        new(LocalTimeAsInteger, DefectTable.Controller, "controllerLocalTime answers INTEGER, not tag 0x41 (Counter)."),
        new(SpatEnableInstanceZero, DefectTable.Controller, "The SPaT feed is enabled by instance .0 of its object only."),
        new(SpatEnableInstanceOne, DefectTable.Controller, "The SPaT feed is enabled by instance .1 of its object only."),
        new(SpatOffAtStart, DefectTable.Controller, "No SPaT feed before it is enabled."),
        new(TscbmSecondsOfDay, DefectTable.Controller, "The feed's time stamp is 24-bit seconds of the day and milliseconds, not hour, minute, second and milliseconds."),
        new(TscbmVersion2, DefectTable.Controller, "The feed's message version is 2."),
        new(TscbmCountsDatagrams, DefectTable.Controller, "The feed's sequence counts datagrams, not tenths of a second."),
        new(TscbmUnknownTimes, DefectTable.Controller, "The feed knows no times of change: all are 0xFFFF."),
        new(PsidPaddedLeft, DefectTable.Rsu, "PSIDs read back as four octets, zeros in front: 00008002."),
        new(PsidPaddedRight, DefectTable.Rsu, "PSIDs read back as four octets, zeros behind: 80020000."),
        new(PsidPlain, DefectTable.Rsu, "PSIDs are plain numbers, not p-encoded: 82 for SPaT."),
        new(PsidDecimalDigits, DefectTable.Rsu, "PSIDs read back as the decimal digits of the p-encoded number: 00032770 for 8002."),
        new(RowStatusReadsFour, DefectTable.Rsu, "An active row reads 4 (createAndGo), not 1."),
        new(EditsInOperate, DefectTable.Rsu, "Rows of RSU 4.1 can be edited in operate, not in standby only."),
        new(RowsByColumns, DefectTable.Rsu, "A row comes to be by setting its columns one by one; RowStatus 4 comes last."),
        new(AnyModeCode, DefectTable.Rsu, "Both 3 and 4 set the mode to operate, whichever the MIB."),
        new(OptionsLeastBitFirst, DefectTable.Rsu, "Bit 0 of NTCIP 1218's options is the least significant one, 0x01."),
        new(IntervalInSeconds, DefectTable.Rsu, "The interval of store and repeat is taken as seconds, not milliseconds."),
        new(LocalDeliveryTimes, DefectTable.Rsu, "Delivery times are of a time zone five hours behind UTC."),
        new(Ipv4InFront, DefectTable.Rsu, "RSU 4.1 has IPv4 addresses in the first four octets of sixteen, not the last."),
        new(ForwardsMessage, DefectTable.Rsu, "RSU 4.1 forwards received messages as bare MessageFrames, not as 1609.2 data."),
        new(ForwardsWsmp, DefectTable.Rsu, "Received messages are forwarded with the WSMP header in front, whatever the row says."),
        new(ForwardsAnyMessageId, DefectTable.Rsu, "Immediate forwarding looks at PSID and channel only, not at the message id."),
        new(StrictText, DefectTable.Rsu, "Text for immediate forwarding and for the store is refused unless written exactly as the specification has it."),
        new(StoredNotSent, DefectTable.Rsu, "A message to be stored and repeated reads back and is never sent."),
        new(SetIgnored, DefectTable.Rsu, "SNMP SETs are answered without an error, and nothing is set."),
        new(TesterSilent, EtsiStation, "The Upper Tester answers nothing."),
        new(TesterFails, EtsiStation, "The Upper Tester answers every request with 'not done', and does nothing."),
        new(TesterLate, EtsiStation, "The Upper Tester answers after three seconds."),
        new(TesterOnlySaysDone, EtsiStation, "The Upper Tester answers every request with 'done', and does nothing."),
        new(TesterNoCamTriggers, EtsiStation, "The Upper Tester answers CAM triggers with 'not supported'."),
        new(LongitudeMovesLatitude, EtsiStation, "A change of position adds both offsets to the latitude."),
        new(PseudonymKeepsAddress, EtsiStation, "A new pseudonym changes the station id, but not the MAC address."),
        new(SnmpTenBindings, SnmpAgent, "A request of more than ten bindings is answered with tooBig."),
        new(SnmpLongLengths, SnmpAgent, "Lengths in answers take three octets, 82 and the length, however short they are."),
        new(SnmpPaddedIntegers, SnmpAgent, "Integers in answers have four octets at least, those in front say nothing."),
        new(SnmpCountersAsIntegers, SnmpAgent, "Counters, gauges and times are answered with the tag of INTEGER, 0x02."),
        new(SnmpGenErrOnly, SnmpAgent, "Every refusal but tooBig is genErr."),
        new(SnmpNoReports, SnmpAgent, "A user, password or protection that is wrong is met with silence, not with a report."),
        new(SnmpLateAnswers, SnmpAgent, "Answers leave 400 ms late."),
        new(SnmpEndlessWalk, SnmpAgent, "Behind the last instance the first one comes again."),
        new(TciSilent, DefectTable.Obu, "The Test Control Interface answers nothing."),
        new(TciLate, DefectTable.Obu, "The Test Control Interface answers after 200 ms; it has 50."),
        new(TciOnlySaysDone, DefectTable.Obu, "The Test Control Interface answers every request with success, and does nothing."),
        new(TciVersionTwo, DefectTable.Obu, "The Test Control Interface states version 2 in what it sends."),
        new(GnssGpOnly, DefectTable.Obu, "NMEA 0183 is taken from talker GP only: a receiver that says GN is not heard."),
        new(GnssNeedsModeLetter, DefectTable.Obu, "RMC without the mode letter of NMEA 0183 2.3 is not taken."),
        new(GnssAltitudeAsHeight, DefectTable.Obu, "The altitude above mean sea level is sent as elevation: it is wrong by the geoid separation."),
        new(Gnss9600Baud, DefectTable.Obu, "The GNSS line is read at 9600 baud, whatever it is sent at: sentences arrive late and torn."),
        new(GnssOnceASecond, DefectTable.Obu, "Position and motion are taken once a second, and BSMs repeat them in between: a vehicle at 50 km/h claims to be up to 14 m behind."),
        new(SlcanPlainAnswer, DefectTable.Obu, "The CAN adapter answers frames with CR, not with z CR and Z CR."),
        new(SlcanSilent, DefectTable.Obu, "The CAN adapter does not answer frames."),
        new(SlcanSecondOpenRefused, DefectTable.Obu, "The CAN adapter answers O with BEL when its bus is open."),
        new(GbVersion100, DefectTable.Controller, "GB/T 20999: answers in version 1.00 whatever it is asked in."),
        new(GbHeartbeat71, DefectTable.Controller, "GB/T 20999: heartbeats are answered with type 0x71, not 0x80."),
        new(GbOwnSequence, DefectTable.Controller, "GB/T 20999: an answer's sequence number is the request's plus one."),
        new(GbEscapesOnUdp, DefectTable.Controller, "GB/T 20999: frames are escaped on UDP too."),
        new(GbStageTimesShort, DefectTable.Controller, "GB/T 20999: elapsed and remaining time of a stage have two octets, not four."),
        new(GbOrderTable, DefectTable.Controller, "GB/T 20999: the centre's orders are the table 17.1, not the objects 17.2 to 17.4."),
        new(GbOrdersHidden, DefectTable.Controller, "GB/T 20999: the centre's orders cannot be read back."),
        new(GbSetIgnored, DefectTable.Controller, "GB/T 20999: orders are answered as followed, and nothing follows."),
        new(CloudDawnline, DefectTable.Rsu, "Cloud: BSM, RSI and RSM go up on topics that end with /DAWNLINE."),
        new(CloudSequenceAsNumber, DefectTable.Rsu, "Cloud: acknowledgements have their sequence number as a number, not as text."),
        new(CloudAckBeforeAir, DefectTable.Rsu, "Cloud: a MAP or RSI is acknowledged and never sent on the air."),
        new(CloudNoAck, DefectTable.Rsu, "Cloud: what comes down is never acknowledged."),
    ];

    /// <summary>Names of the personalities that a kind of device knows: its own and, where it has an SNMP agent, the agent's.</summary>
    /// <param name="device">Kind of device as the rig file writes it.</param>
    public static IReadOnlyCollection<string> Of(string device) =>
        [.. All.Where(personality => personality.Device == device || (personality.Device == SnmpAgent && HasAgent(device))).Select(personality => personality.Name)];

    internal static void Check(string device, IEnumerable<string> personalities)
    {
        var allowed = Of(device);
        foreach (var personality in personalities)
        {
            if (!allowed.Contains(personality, StringComparer.Ordinal))
            {
                throw new ArgumentException(
                    $"'{personality}' is no personality of a device of kind {device}; it has: {string.Join(", ", allowed)}.", nameof(personalities));
            }
        }
    }

    private static bool HasAgent(string device) => device is DefectTable.Controller or DefectTable.Rsu;
}
