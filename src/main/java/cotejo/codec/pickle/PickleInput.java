package cotejo.codec.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The bytes of a file as a pickle's reader wants them: in order, with their place, and never more of them in memory
/// than were asked for and are there.
public final class PickleInput {

    private static final int BUFFER = 1 << 16;
    /// The longest line of the textual instructions.
    static final int LONGEST_LINE = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private long base;

    /// Reads from a stream, whose first byte has the offset 0.
    public PickleInput(InputStream in) {
        this.in = in;
    }

    /// The offset of the next byte.
    public long position() {
        return base + at;
    }

    /// The next byte, or -1 at the end.
    public int read() throws IOException {
        if (at == limit && !fill()) {
            return -1;
        }
        return buffer[at++] & 0xff;
    }

    /// The next byte without taking it, or -1 at the end.
    public int peek() throws IOException {
        if (at == limit && !fill()) {
            return -1;
        }
        return buffer[at] & 0xff;
    }

    private boolean fill() throws IOException {
        base += limit;
        at = 0;
        limit = 0;
        int read;
        try {
            read = in.read(buffer, 0, BUFFER);
        } catch (EOFException cut) {
            return false;
        }
        limit = Math.max(0, read);
        return limit > 0;
    }

    int unsigned() throws IOException {
        int value = read();
        if (value < 0) {
            throw early();
        }
        return value;
    }

    /// A little-endian number of up to eight bytes, without sign below eight.
    long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) unsigned() << (8 * i);
        }
        return value;
    }

    /// A little-endian number of four bytes with its sign.
    int signed() throws IOException {
        return (int) little(4);
    }

    /// A little-endian number of eight bytes.
    public long number() throws IOException {
        return little(8);
    }

    long big() throws IOException {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | unsigned();
        }
        return value;
    }

    /// Takes `length` bytes and gives back the first of them, at most `keep`. Memory grows with what is really there.
    byte[] take(long length, int keep) throws IOException {
        if (length < 0) {
            throw new PickleException(PickleException.Reason.LENGTH, position(), Long.toUnsignedString(length));
        }
        int wanted = (int) Math.min(length, keep);
        byte[] kept = new byte[Math.min(wanted, BUFFER)];
        int have = 0;
        while (have < wanted) {
            if (at == limit && !fill()) {
                throw early();
            }
            if (have == kept.length) {
                kept = Arrays.copyOf(kept, (int) Math.min(wanted, 2L * kept.length));
            }
            int piece = Math.min(kept.length - have, limit - at);
            System.arraycopy(buffer, at, kept, have, piece);
            have += piece;
            at += piece;
        }
        skip(length - wanted);
        return kept;
    }

    /// Passes over bytes.
    ///
    /// @throws PickleException when there are fewer
    public void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            int buffered = (int) Math.min(left, limit - at);
            at += buffered;
            left -= buffered;
            if (left > BUFFER) {
                base += limit;
                at = 0;
                limit = 0;
                // All but the last byte, which is read: a file lets its reader skip beyond its end.
                long skipped = in.skip(left - 1);
                base += skipped;
                left -= skipped;
            }
            if (left > 0 && !fill()) {
                throw early();
            }
        }
    }

    /// The text up to the next line feed, which is taken as well.
    byte[] line() throws IOException {
        byte[] line = new byte[64];
        int length = 0;
        for (int next = unsigned(); next != '\n'; next = unsigned()) {
            if (length == line.length) {
                if (length >= LONGEST_LINE) {
                    throw new PickleException(PickleException.Reason.TOO_MUCH, position(), "line");
                }
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) next;
        }
        return Arrays.copyOf(line, length);
    }

    String word() throws IOException {
        return new String(line(), StandardCharsets.UTF_8);
    }

    private PickleException early() {
        return new PickleException(PickleException.Reason.ENDS_EARLY, position(), "end of file");
    }
}
