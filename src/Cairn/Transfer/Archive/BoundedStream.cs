using Cairn.Data;

namespace Cairn.Transfer.Archive;

/// <summary>Ends a zip bomb: what comes out of a compressed part is counted, whatever the zip says its size is.</summary>
internal sealed class BoundedStream(Stream inner, long most) : ForwardStream
{
    private long left = most;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        left -= read;
        return left >= 0 ? read : throw new InvalidDataException("A part of it unpacks to more than Cairn reads.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
