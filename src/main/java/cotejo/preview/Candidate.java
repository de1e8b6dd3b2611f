package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.work.Cancel;
import java.nio.charset.StandardCharsets;

/// Bytes that may be a model: a file, or a member of an archive.
///
/// @param name  the file's or member's own name
/// @param head  its first bytes, at most [#HEAD]
/// @param depth how many archives it lies in
record Candidate(String name, Blob blob, byte[] head, int depth, Cancel cancel) {

    /// How many bytes are looked at to find out what something is.
    static final int HEAD = 4096;
    /// How many archives deep is looked.
    static final int DEEPEST = 2;

    long size() {
        return blob.size();
    }

    /// Whether the bytes at an offset of the head are these.
    boolean at(int offset, int... bytes) {
        if (head.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[offset + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether it begins with this, in Latin-1.
    boolean begins(String text) {
        return at(0, text.chars().toArray());
    }

    /// The first bytes as text, without a byte order mark and leading blanks.
    String text() {
        String text = new String(head, StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }

    boolean named(String... endings) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /// A little-endian number of eight bytes in the head.
    long little(int offset) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | head[offset + i] & 0xff;
        }
        return value;
    }
}
