using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HilBench.Inputs;

/// <summary>A YAML file being read: its nodes with their places, and the faults found so far.</summary>
internal sealed class InputFile
{
    private readonly List<InputError> _errors = [];
    private readonly YamlNode _root;

    private InputFile(string name, YamlNode root)
    {
        Name = name;
        _root = root;
    }

    /// <summary>The file as the caller named it; stands in front of every message.</summary>
    public string Name { get; }

    /// <summary>Folder of the file: other files that it names are relative to it.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Name))!;

    /// <summary>Whether a fault was found so far.</summary>
    public bool Faulty => _errors.Count > 0;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be, for messages, for example <c>scenario</c>.</param>
    /// <exception cref="InputFileException">It is not there, cannot be read or is no YAML.</exception>
    public static InputFile Open(string path, string what)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var reason = fault is FileNotFoundException or DirectoryNotFoundException
                ? $"{what} file not found; looked for {Path.GetFullPath(path)}"
                : $"{what} file cannot be read: {fault.Message}";
            throw new InputFileException([new InputError(path, 1, 1, reason)]);
        }
    }

    /// <summary>Parses text.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">YAML text with one document.</param>
    /// <exception cref="InputFileException">The text is no YAML, or not exactly one document.</exception>
    public static InputFile Parse(string name, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            throw new InputFileException([new InputError(name, (int)fault.Start.Line, (int)fault.Start.Column, $"not YAML: {fault.Message}")]);
        }

        return stream.Documents is [var document]
            ? new InputFile(name, document.RootNode)
            : throw new InputFileException([new InputError(name, 1, 1, $"expected one YAML document, found {stream.Documents.Count}")]);
    }

    /// <summary>The mapping at the top of the file.</summary>
    /// <param name="keys">Its keys.</param>
    public Fields Top(KeySet keys) => new(this, _root, keys);

    /// <summary>Notes a fault; reading goes on so that all faults of a file are told at once.</summary>
    /// <param name="node">Where.</param>
    /// <param name="message">What was found, what is expected.</param>
    public void Fault(YamlNode node, string message) =>
        _errors.Add(new InputError(Name, (int)node.Start.Line, (int)node.Start.Column, message));

    /// <summary>Ends reading.</summary>
    /// <exception cref="InputFileException">There were faults.</exception>
    public void ThrowIfFaulty()
    {
        if (Faulty)
        {
            throw new InputFileException(_errors);
        }
    }
}
