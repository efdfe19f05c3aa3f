using System.Globalization;
using HilBench.Asn1;
using HilBench.Benchmarks;
using HilBench.Benchmarks.Asn1c;
using HilBench.Benchmarks.Load;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.J2735;
using Path = System.IO.Path;

if (args is ["--scene"])
{
    SceneFigures.Print(frames: 30);
    return 0;
}

if (args is ["--watch"])
{
    await WatchFigures.PrintAsync(repetitions: 5);
    return 0;
}

if (args is ["--reports"])
{
    ReportFigures.Print(units: 60);
    return 0;
}

if (args is not ([] or ["--quick"]))
{
    Console.Error.WriteLine(
        "usage: HilBench.Benchmarks [--quick | --scene | --watch | --reports]\nDecodes and encodes messages, beside asn1c where it is installed; --quick takes less time and gives rougher figures; --scene draws pictures; "
        + "--watch has runs watched by nobody, one and twenty; --reports runs, judges and reports an hour of 60 on-board units.");
    return 64;
}

var repetitions = args.Length > 0 ? 5 : 15;
var messages = BenchmarkMessages.Read();
var missing = Asn1cCodec.Missing();
if (missing is not null)
{
    Console.WriteLine($"asn1c or gcc is not installed, no ratios: {missing}\n");
}

var folder = Directory.CreateTempSubdirectory("hilbench-asn1c-").FullName;
try
{
    var cam = missing is null ? Peer("CAM", "etsi-r1", "CAM-PDU-Descriptions.asn", "ITS-Container.asn") : null;
    var denm = missing is null ? Peer("DENM", "etsi-r1", "DENM-PDU-Descriptions.asn", "ITS-Container.asn") : null;
    var csae = missing is null ? Peer("MessageFrame", "csae53-2020", [.. Directory.GetFiles(Modules("csae53-2020"), "*.asn").Order(StringComparer.Ordinal)]) : null;

    Console.WriteLine($"{"",-18}{"",8}  {"decode, ns",-32}{"encode, ns",-32}{"decoded",9}{"encoded",9}");
    Console.WriteLine($"{"message",-18}{"octets",8}  {"ours",10}{"asn1c",10}{"ratio",10}  {"ours",10}{"asn1c",10}{"ratio",10}  {"bytes",9}{"bytes",9}");
    Report<MessageFrame>("j2735-bsm", null);
    Report<MessageFrame>("j2735-bsm-part2", null);
    Report<MessageFrame>("j2735-spat", null);
    Report<MessageFrame>("j2735-map", null);
    Report<CAM>("etsi-cam", cam);
    Report<DENM>("etsi-denm", denm);
    Report<HilBench.Wire.Csae.Day1.MessageFrame>("csae-bsm", csae);
    Report<HilBench.Wire.Csae.Day1.MessageFrame>("csae-spat", csae);
    Console.WriteLine("\nMedians; ratio = asn1c / ours, above 1 is faster than asn1c. Bytes are what a decoding and an encoding into a caller's buffer allocate.");
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Modules(string set) => Path.Combine(AppContext.BaseDirectory, "asn1", set);

Asn1cCodec Peer(string type, string set, params string[] modules) => Asn1cCodec.Build(
    Path.Combine(folder, type), Path.Combine(AppContext.BaseDirectory, "Asn1c", "driver.c"), type, [.. modules.Select(module => Path.Combine(Modules(set), module))]);

void Report<T>(string name, Asn1cCodec? peer)
    where T : IUperType<T>
{
    var message = messages[name];
    var (ours, theirs) = CodecTiming.Measure<T>(message, peer, repetitions);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-18}{message.Length,8}  {ours.Decode,10:F0}{Number(theirs?.Decode),10}{Number(theirs?.Decode / ours.Decode, "F1"),10}  {ours.Encode,10:F0}{Number(theirs?.Encode),10}{Number(theirs?.Encode / ours.Encode, "F1"),10}  {ours.DecodedBytes,9}{ours.EncodedBytes,9}"));
}

static string Number(double? value, string format = "F0") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
