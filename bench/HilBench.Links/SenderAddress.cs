using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace HilBench.Links;

/// <summary>Reads socket addresses of Linux (struct sockaddr_in, sockaddr_in6). Remembers the last: most sockets hear one sender.</summary>
internal sealed class SenderAddress(AddressFamily family)
{
    private readonly int _length = family == AddressFamily.InterNetworkV6 ? 28 : 8;
    private readonly byte[] _last = new byte[28];
    private IPEndPoint? _endPoint;

    /// <summary>The address; null when there is none of the socket's family.</summary>
    public IPEndPoint? Read(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < _length)
        {
            return null;
        }

        octets = octets[.._length];
        if (_endPoint is null || !octets.SequenceEqual(_last.AsSpan(0, _length)))
        {
            octets.CopyTo(_last);
            var port = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
            _endPoint = family == AddressFamily.InterNetworkV6
                ? new IPEndPoint(new IPAddress(octets.Slice(8, 16), BinaryPrimitives.ReadUInt32LittleEndian(octets[24..])), port)
                : new IPEndPoint(new IPAddress(octets.Slice(4, 4)), port);
        }

        return _endPoint;
    }
}
