using System.Net;
using HilBench.Links;

namespace HilBench.Emulators.Rsu;

/// <summary>Opens a port that sends UDP datagrams to a host: a unit learns only while it runs whom it is to forward messages to.</summary>
/// <param name="host">Address and port of the host.</param>
/// <returns>The port; the unit closes it.</returns>
/// <exception cref="LinkException">It cannot be opened.</exception>
public delegate IDatagramPort ForwardDialer(IPEndPoint host);
