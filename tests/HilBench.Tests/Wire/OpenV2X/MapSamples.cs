using System.Text;

namespace HilBench.Tests.Wire.OpenV2X;

/// <summary>A map and an event in the JSON that OpenV2X sends down.</summary>
internal static class MapSamples
{
    public const string Map = """
        {
          "msgCnt": "1",
          "nodes": { "Node": [ {
            "name": "17",
            "id": { "region": "10", "id": "17" },
            "refPos": { "lat": "319348466", "long": "1188203963", "elevation": "0" },
            "inLinks": { "Link": [ {
              "name": "19-17",
              "upstreamNodeId": { "region": "10", "id": "19" },
              "speedLimits": { "RegulatorySpeedLimit": [
                { "type": { "vehicleMaxSpeed": null }, "speed": "833" },
                { "type": { "vehicleMinSpeed": null }, "speed": "100" } ] },
              "linkWidth": "1000",
              "movements": { "Movement": [ { "remoteIntersection": { "region": "10", "id": "18" }, "phaseId": "2" } ] },
              "lanes": { "Lane": [ {
                "laneID": "14",
                "laneWidth": "200",
                "laneAttributes": { "shareWith": "0000000000", "laneType": { "vehicle": "00000000" } },
                "maneuvers": "100000000000",
                "connectsTo": { "Connection": [ { "remoteIntersection": { "region": "10", "id": "18" }, "connectingLane": { "lane": "3" }, "phaseId": "2" } ] },
                "points": { "RoadPoint": [
                  { "posOffset": { "offsetLL": { "position-LatLon": { "lon": "1188217225", "lat": "319353148" } } } },
                  { "posOffset": { "offsetLL": { "position-LatLon": { "lon": "1188218008", "lat": "319353057" } } } } ] }
              } ] }
            } ] }
          } ] }
        }
        """;

    public const string Event = """
        { "alertID": "EVENT01", "duration": 30, "eventType": 401, "eventSource": 3, "eventRadius": 2.5, "eventPriority": 5, "eventConfidence": 0.5,
          "eventDescription": "ice", "eventPosition": { "lat": 31.9348466, "lon": 118.8203963, "ele": 1 } }
        """;

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
