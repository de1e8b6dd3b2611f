package cotejo.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// Reads lines as bytes, each with its place in the file, in bounded memory however long a line is. A line ends with
/// `\n`; a `\r` before it is not part of it.
///
/// After [#next] said yes, the line is [#bytes] from [#from] to [#to] until the next call; of a line longer than the
/// limit there are no bytes, only [#tooLong].
public final class ByteLines implements Closeable {

    /// How many bytes before the current place [#trace] looks at.
    public static final int TRACE = 256;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private final int longest;
    private byte[] buffer;
    private int lineStart;
    private int lineEnd;
    private int pos;
    private int limit;
    private long base;
    private long startOffset;
    private boolean terminated;
    private boolean tooLong;

    /// Reads from a stream whose first byte stands at `offset` of its file.
    ///
    /// @param longest the longest line in bytes
    public ByteLines(InputStream in, long offset, int longest) {
        this.in = in;
        this.base = offset;
        this.longest = longest;
        this.buffer = new byte[Math.max(1 << 16, 2 * longest + TRACE)];
    }

    /// Passes over bytes so that the next line begins after them.
    ///
    /// @return false when the stream is shorter
    public boolean pass(int bytes) throws IOException {
        while (limit - pos < bytes) {
            if (!fill(pos)) {
                return false;
            }
        }
        pos += bytes;
        return true;
    }

    /// Moves to the next line; false at the end.
    public boolean next() throws IOException {
        lineStart = pos;
        startOffset = base + pos;
        tooLong = false;
        terminated = false;
        int scanned = pos;
        while (true) {
            int newline = newline(buffer, scanned, limit);
            if (newline < limit) {
                return ended(newline, newline + 1, true);
            }
            scanned = limit;
            if (scanned - lineStart > longest) {
                tooLong = true;
                lineStart = scanned;
            }
            int kept = scanned - lineStart;
            if (!fill(lineStart)) {
                return (tooLong || scanned > lineStart) && ended(scanned, scanned, false);
            }
            scanned = lineStart + kept;
        }
    }

    /// The place of the first end mark, or `to`. Looks at eight bytes at a time: a byte that is the mark becomes zero,
    /// and only a zero byte borrows from its highest bit without having it set.
    private static int newline(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at) ^ 0x0A0A_0A0A_0A0A_0A0AL;
            if ((word - 0x0101_0101_0101_0101L & ~word & 0x8080_8080_8080_8080L) != 0) {
                break;
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean ended(int end, int after, boolean newline) {
        terminated = newline;
        tooLong |= end - lineStart > longest;
        lineEnd = newline && end > lineStart && buffer[end - 1] == '\r' ? end - 1 : end;
        pos = after;
        return true;
    }

    /// Reads more, keeping what stands from `keep` on and the trace before it; moves `lineStart` and `pos` along.
    private boolean fill(int keep) throws IOException {
        if (limit == buffer.length) {
            int from = Math.max(0, keep - TRACE);
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            base += from;
            limit -= from;
            pos = Math.max(0, pos - from);
            lineStart -= from;
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }

    public byte[] bytes() {
        return buffer;
    }

    public int from() {
        return lineStart;
    }

    public int to() {
        return lineEnd;
    }

    /// The file offset of the line's first byte.
    public long start() {
        return startOffset;
    }

    /// The file offset behind the line and its end mark.
    public long end() {
        return base + pos;
    }

    /// False for a last line without an end mark.
    public boolean terminated() {
        return terminated;
    }

    public boolean tooLong() {
        return tooLong;
    }

    /// A checksum of the bytes, up to [#TRACE], that stand before a file offset which is not behind the current line's
    /// end and not more than a line before it. Two files that agree there very likely agree before it too, when they
    /// only ever grow.
    public int trace(long offset) {
        int at = (int) Math.clamp(offset - base, 0, limit);
        int from = Math.max(0, at - TRACE);
        return checksum(buffer, from, at - from);
    }

    /// The checksum [#trace] gives for these bytes.
    public static int checksum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
