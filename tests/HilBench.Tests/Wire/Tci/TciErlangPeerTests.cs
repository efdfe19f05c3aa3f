using System.Globalization;
using HilBench.Asn1;
using HilBench.Tests.Wire.Properties;
using HilBench.Wire.Tci;

namespace HilBench.Tests.Wire.Tci;

/// <summary>
/// Erlang's ASN.1 compiler reads our modules, information objects included, and its codec and ours agree in UPER in both directions. OER it cannot do, and
/// nothing in Debian can: those octets are checked against X.696 by hand (<see cref="TciMessageTests"/>).
/// </summary>
[Category("Peer")]
internal sealed class TciErlangPeerTests
{
    private const int RandomValues = 300;

    // In the order of their imports.
    private static readonly string[] Modules =
    [
        "CITSapplMgmtIDs", "IEEE-1609-3-WEE", "IEEE-1609-3-WSA", "TCI-CommonTypes", "TCI-eventHandling", "TCI-indication", "TCI-responseInfo", "TCI-ip", "TCI-16093-PC5",
        "TCI-wsm", "TCI-16093-DSRC", "TCI-16094", "TCI-29451", "TCI-31611", "TCI-80211", "TCI-CV2X-PROXY", "TCI-SutControl", "TCI-Dispatcher",
    ];

    private static readonly string[] Unknown = ["UnknownAlternative {", "UnknownAdditions {", "UnknownOpenType {"];

    private string _folder = string.Empty;

    [OneTimeSetUp]
    public void Compile()
    {
        Peers.Require("erlc", "erlang-asn1 erlang-base");
        Peers.Require("erl", "erlang-base");
        _folder = Directory.CreateTempSubdirectory("hilbench-erlang-").FullName;
        string[] folders = ["fixtures/asn1/tci-3", "fixtures/asn1/ieee1609dot3-2016"];
        foreach (var file in folders.SelectMany(folder => Directory.GetFiles(Repository.PathOf(folder), "*.asn")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Peers.Run("erlc", ["-b", "uper", "+maps", "-I", _folder, "-o", _folder, .. Modules.Select(module => Path.Combine(_folder, module + ".asn"))]);
    }

    [OneTimeTearDown]
    public void Clean()
    {
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public void Erlang_reads_our_messages_and_writes_the_same_octets()
    {
        var read = Erlang([.. TciSamples.All.Select(message => message.Encode())]);

        Assert.Multiple(() =>
        {
            for (var i = 0; i < read.Length; i++)
            {
                Assert.That(read[i].Octets, Is.EqualTo(Convert.ToHexString(TciSamples.All[i].Encode())), read[i].Term);
            }

            Assert.That(read[1].Term, Does.Contain("messageId => 5").And.Contains("US-CI-001"));
            Assert.That(read[2].Term, Does.Contain("lat => 377749000"));
            Assert.That(read[3].Term, Does.Contain("value => 695"));
            Assert.That(read[5].Term, Does.Contain("sutInfo").And.Contains("X1"));
            Assert.That(read[6].Term, Does.Contain("d31611").And.Contains("radio0"));
            Assert.That(read[7].Term, Does.Contain("eWsmPktRx").And.Contains("pduType => d16093payload"));
        });
    }

    [Test]
    public void Erlang_reads_random_messages_of_ours_and_writes_the_same_octets()
    {
        var codec = MessageCodec.Uper<TCIMsg>(TciSamples.All);
        var random = new Random(11);
        var messages = Enumerable.Range(0, RandomValues).Select(_ => RandomMessages.Next(codec, random)).OfType<TCIMsg>().Where(IsKnown).Select(message => message.Encode()).ToArray();
        var read = Erlang(messages);

        Assert.That(messages, Has.Length.GreaterThan(RandomValues / 2));
        Assert.That(read.Select(line => line.Octets), Is.EqualTo(messages.Select(Convert.ToHexString)));
    }

    [Test]
    public void We_read_what_Erlang_writes()
    {
        const string Terms = """
            [#{version=>3,time=>1700000000000,frame=>{sutCtrl,{request,#{messageId=>7,value=>#{fill=> <<0:1>>,lat=>377749000}}}}},
             #{version=>3,time=>1700000000000,frame=>{d31611,{request,#{messageId=>2,value=>#{psid=>{content,32},radio=>#{radio=>radio0}}}}}},
             #{version=>3,time=>1700000000000,frame=>{sutCtrl,{request,#{messageId=>5,value=><<"US-CI-001">>}}}},
             #{version=>3,time=>1700000000000,frame=>{sutCtrl,{response,#{msgID=>4,resultCode=>rcSuccess}}}}]
            """;
        var lines = Run($"lists:foreach(fun(T) -> {{ok,B}} = 'TCI-Dispatcher':encode('TCIMsg', T), io:format(\"~s~n\", [binary:encode_hex(B)]) end, {Terms}), halt().");
        var decoded = lines.Select(line => UperDecoding.Decode<TCIMsg>(Convert.FromHexString(line)).Value);

        Assert.That(decoded, Is.EqualTo([TciSamples.SetLatitude, TciSamples.StartBsmTx, TciSamples.SetTestId, TciSamples.Accepted]));
    }

    /// <summary>Erlang drops what the module does not know (alternatives and additions of another version), so that it cannot write them again; we keep them.</summary>
    private static bool IsKnown(TCIMsg message) =>
        message.ToString() is var text
        && !Unknown.Any(unknown => text.Contains(unknown, StringComparison.Ordinal));

    /// <summary>What Erlang reads in each message, and what it writes for it.</summary>
    private (string Octets, string Term)[] Erlang(byte[][] messages)
    {
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"messages-{messages.Length}.txt"));
        File.WriteAllLines(path, messages.Select(Convert.ToHexString));
        var lines = Run($$$"""
            {ok,F} = file:read_file("{{{path}}}"),
            lists:foreach(fun(L) ->
              {Hex, Term} = case catch 'TCI-Dispatcher':decode('TCIMsg', binary:decode_hex(L)) of
                {ok,V} -> case catch 'TCI-Dispatcher':encode('TCIMsg', V) of
                  {ok,B} -> {binary:encode_hex(B), V};
                  E -> {<<"not-written">>, {L, E}} end;
                D -> {<<"not-read">>, {L, D}} end,
              io:format("~s ~0p~n", [Hex, Term]) end,
              binary:split(F, <<"\n">>, [global, trim_all])), halt().
            """);
        Assert.That(lines, Has.Length.EqualTo(messages.Length));
        return [.. lines.Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1]))];
    }

    private string[] Run(string expression) =>
        Peers.Run("erl", "-noshell", "-pa", _folder, "-eval", expression.ReplaceLineEndings(" ")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
