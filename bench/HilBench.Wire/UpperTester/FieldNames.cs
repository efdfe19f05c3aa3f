namespace HilBench.Wire.UpperTester;

/// <summary>Names of the fields in profile tables.</summary>
internal static class FieldNames
{
    public const string Flags = "flags";
    public const string Fill = "fill";
    public const string Certificate = "certificate";
    public const string Done = "done";
    public const string LatitudeChange = "latitude-change";
    public const string LongitudeChange = "longitude-change";
    public const string AltitudeChange = "altitude-change";
    public const string Value = "value";
    public const string Change = "change";
    public const string Type = "type";
    public const string Data = "data";
    public const string DetectionTime = "detection-time";
    public const string ValidityDuration = "validity-duration";
    public const string RepetitionDuration = "repetition-duration";
    public const string InformationQuality = "information-quality";
    public const string Cause = "cause";
    public const string SubCause = "sub-cause";
    public const string RelevanceDistance = "relevance-distance";
    public const string TrafficDirection = "traffic-direction";
    public const string TransmissionInterval = "transmission-interval";
    public const string RepetitionInterval = "repetition-interval";
    public const string Alacarte = "alacarte";
    public const string StationId = "station-id";
    public const string SequenceNumber = "sequence-number";
    public const string Packet = "packet";
    public const string Destination = "destination";
    public const string Lifetime = "lifetime";
    public const string TrafficClass = "traffic-class";
    public const string Payload = "payload";
    public const string Shape = "shape";
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string DistanceA = "distance-a";
    public const string DistanceB = "distance-b";
    public const string Angle = "angle";
    public const string Hops = "hops";
    public const string DestinationPort = "destination-port";
    public const string SourcePort = "source-port";
    public const string PortInfo = "port-info";
}
