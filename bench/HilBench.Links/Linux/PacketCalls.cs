using System.Runtime.InteropServices;

namespace HilBench.Links.Linux;

/// <summary>Calls and numbers of packet sockets, which carry whole frames of a network interface (packet(7)).</summary>
internal static unsafe partial class PacketCalls
{
    public const int Outgoing = 4; // PACKET_OUTGOING: what this machine sends
    public const int PacketLevel = 263; // SOL_PACKET
    public const int TransmitStamp = 16; // PACKET_TX_TIMESTAMP, the type of its control message

    private const string Library = "libc";
    private const int PacketFamily = 17; // AF_PACKET
    private const int Raw = 3; // SOCK_RAW
    private const int AddressOctets = 20; // struct sockaddr_ll
    private const int ReceiveBuffer = 8; // SO_RCVBUF
    private const int ReceiveBufferForce = 33; // SO_RCVBUFFORCE
    private const int AttachFilter = 26; // SO_ATTACH_FILTER
    private const int AddMembership = 1; // PACKET_ADD_MEMBERSHIP
    private const int Promiscuous = 1; // PACKET_MR_PROMISC
    private const int Statistics = 6; // PACKET_STATISTICS
    private const int IgnoreOutgoing = 23; // PACKET_IGNORE_OUTGOING
    private const ulong AskAddress = 0x8927; // SIOCGIFHWADDR
    private const int EverythingInNetworkOrder = 0x0300; // ETH_P_ALL

    /// <summary>A packet socket that is bound to nothing yet and receives nothing; −1 with the error set where it is not allowed.</summary>
    public static int Open() => CreateSocket(PacketFamily, Raw | LinuxCalls.CloseOnExec, 0);

    /// <summary>Number of an interface; 0 when there is none of the name.</summary>
    [LibraryImport(Library, EntryPoint = "if_nametoindex", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint InterfaceNumber(string name);

    /// <summary>Binds a socket to an interface.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="interfaceNumber">The interface.</param>
    /// <param name="receives">Whether frames arrive from now on.</param>
    public static bool TryBind(int socket, uint interfaceNumber, bool receives)
    {
        var address = stackalloc byte[AddressOctets];
        new Span<byte>(address, AddressOctets).Clear();
        *(ushort*)address = PacketFamily;
        *(ushort*)(address + 2) = receives ? (ushort)EverythingInNetworkOrder : (ushort)0;
        *(uint*)(address + 4) = interfaceNumber;
        return Bind(socket, address, AddressOctets) == 0;
    }

    /// <summary>Lets only frames of some EtherTypes through.</summary>
    public static bool TryFilter(int socket, ReadOnlySpan<ushort> etherTypes)
    {
        // Classic BPF: load the EtherType, compare with each, accept the whole frame or nothing. A step has 8 octets: code, jumps, operand.
        var steps = etherTypes.Length + 3;
        var program = stackalloc ulong[steps];
        program[0] = Step(0x28, 0, 0, 12); // ldh [12]
        for (var i = 0; i < etherTypes.Length; i++)
        {
            program[i + 1] = Step(0x15, (byte)(etherTypes.Length - i), 0, etherTypes[i]); // jeq
        }

        program[steps - 2] = Step(0x06, 0, 0, 0); // ret 0
        program[steps - 1] = Step(0x06, 0, 0, 0x40000); // ret 262144
        var filter = new FilterProgram { Steps = (ushort)steps, Program = program };
        return LinuxCalls.SetOption(socket, LinuxCalls.SocketLevel, AttachFilter, &filter, (uint)sizeof(FilterProgram)) == 0;
    }

    /// <summary>Makes the buffer large, frames for other stations arrive, and those that this machine sends not. What the kernel refuses stays as it is.</summary>
    public static void Tune(int socket, uint interfaceNumber, int bufferOctets)
    {
        if (LinuxCalls.SetOption(socket, LinuxCalls.SocketLevel, ReceiveBufferForce, &bufferOctets, sizeof(int)) != 0)
        {
            _ = LinuxCalls.SetOption(socket, LinuxCalls.SocketLevel, ReceiveBuffer, &bufferOctets, sizeof(int));
        }

        var one = 1;
        _ = LinuxCalls.SetOption(socket, PacketLevel, IgnoreOutgoing, &one, sizeof(int));
        var membership = stackalloc byte[16]; // struct packet_mreq
        new Span<byte>(membership, 16).Clear();
        *(uint*)membership = interfaceNumber;
        *(ushort*)(membership + 4) = Promiscuous;
        _ = LinuxCalls.SetOption(socket, PacketLevel, AddMembership, membership, 16);
    }

    /// <summary>Frames that the kernel threw away since the last call because the socket's buffer was full.</summary>
    public static uint DroppedSinceLastCall(int socket)
    {
        var counts = stackalloc uint[2]; // struct tpacket_stats: seen, dropped
        var length = 2u * sizeof(uint);
        return LinuxCalls.GetOption(socket, PacketLevel, Statistics, counts, &length) == 0 ? counts[1] : 0;
    }

    /// <summary>Hardware address of an interface; six zeros when it has none.</summary>
    public static byte[] AddressOf(int socket, string name)
    {
        var request = stackalloc byte[40]; // struct ifreq
        new Span<byte>(request, 40).Clear();
        System.Text.Encoding.UTF8.GetBytes(name, new Span<byte>(request, 15));
        return Control(socket, AskAddress, request) == 0 ? new ReadOnlySpan<byte>(request + 18, 6).ToArray() : new byte[6];
    }

    /// <summary>Sends a frame; −1 with the error set when it could not.</summary>
    public static nint SendFrame(int socket, ReadOnlySpan<byte> frame)
    {
        fixed (byte* start = frame)
        {
            return Send(socket, start, (nuint)frame.Length, LinuxCalls.DoNotWait);
        }
    }

    private static ulong Step(ushort code, byte whenTrue, byte whenFalse, uint operand) =>
        code | ((ulong)whenTrue << 16) | ((ulong)whenFalse << 24) | ((ulong)operand << 32);

    [LibraryImport(Library, EntryPoint = "socket", SetLastError = true)]
    private static partial int CreateSocket(int family, int type, int protocol);

    [LibraryImport(Library, EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(int socket, byte* address, uint length);

    [LibraryImport(Library, EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(int socket, byte* octets, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int file, ulong request, void* argument);

    [StructLayout(LayoutKind.Sequential)]
    private struct FilterProgram
    {
        public ushort Steps;
        public ulong* Program;
    }
}
