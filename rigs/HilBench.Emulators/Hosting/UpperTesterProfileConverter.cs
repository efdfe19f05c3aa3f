using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Hosting;

/// <summary>The profile of an Upper Tester by its name: one that comes with the program.</summary>
internal sealed class UpperTesterProfileConverter : TextConverter<UpperTesterProfile>
{
    private protected override (bool Valid, UpperTesterProfile Value) Parse(string text) =>
        UpperTesterProfile.Bundled.Contains(text, StringComparer.Ordinal) ? (true, UpperTesterProfile.Load(text)) : default;

    private protected override string Format(UpperTesterProfile value) => value.Name;
}
