namespace HilBench.Scene;

/// <summary>Files inside this assembly: shaders and fonts.</summary>
internal static class Resources
{
    /// <summary>Opens a file.</summary>
    public static Stream Open(string name) =>
        typeof(Resources).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in this assembly.");

    /// <summary>Reads a text file.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
