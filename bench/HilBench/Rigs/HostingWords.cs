namespace HilBench.Rigs;

/// <summary>How rig files write where a device stands.</summary>
internal static class HostingWords
{
    /// <summary>The words.</summary>
    public static (string Word, DeviceHosting Value)[] All { get; } =
        [("emulator", DeviceHosting.Process), ("docker", DeviceHosting.Container), ("real", DeviceHosting.Real)];

    /// <summary>The word.</summary>
    public static string Of(DeviceHosting hosting) => Array.Find(All, pair => pair.Value == hosting).Word;
}
