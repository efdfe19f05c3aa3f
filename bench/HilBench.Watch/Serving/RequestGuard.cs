using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace HilBench.Watch.Serving;

/// <summary>
/// Lets through only what a page of this server, or a person who types its address, asks for. A page of another site may reach a server on this machine by a
/// name that it points here (DNS rebinding), by script, or by embedding: Host, Origin and fetch metadata tell.
/// </summary>
internal static class RequestGuard
{
    private static readonly string[] Names = ["127.0.0.1", "localhost"];

    /// <summary>Why a request is refused, and with what status; null when it is let through.</summary>
    public static (int Status, string Why)? Refuses(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, "This server only shows: GET and HEAD.");
        }

        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return (StatusCodes.Status421MisdirectedRequest, "This server is 127.0.0.1 or localhost, and nothing else.");
        }

        if (!StringValues.IsNullOrEmpty(request.Headers.Origin) && request.Headers.Origin != $"http://{request.Host.Value}")
        {
            return (StatusCodes.Status403Forbidden, "Asked for by a page of another origin.");
        }

        return request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site"] && request.Headers["Sec-Fetch-Mode"] != "navigate"
            ? (StatusCodes.Status403Forbidden, "Asked for by a page of another site.")
            : null;
    }

    /// <summary>Puts the headers on every answer that keep the page to itself.</summary>
    public static void Protect(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
