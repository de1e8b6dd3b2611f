package cotejo.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A zip archive read with suspicion: the list at its end is compared with the header before each member, because
/// programs differ in which of the two they believe. Nothing is written to disk; unpacked sizes are bounded.
///
/// Where the list at the end is missing or broken, the headers of members are searched for instead, and that is said.
public final class ZipParts {

    /// The most members that are looked at.
    public static final int MOST = 100_000;
    /// How much larger than packed a member may become, beyond a first [#FREE] bytes.
    public static final int RATIO = 200;
    static final long FREE = 16L << 20;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int END64_PLACE = 0x07064b50;
    private static final int LONGEST_LIST = 64 << 20;

    /// What is wrong with an archive.
    public enum Flaw {
        /// The list at the end is missing or broken; members were searched for.
        NO_LIST,
        /// A member's own header says something else than the list.
        HEADERS_DIFFER,
        /// Two members have one name.
        NAME_TWICE,
        /// A member is encrypted.
        ENCRYPTED,
        /// A member is packed in a way that is not read.
        METHOD,
        /// A member stands beyond the end of the file or over another.
        PLACE,
        /// More members than are looked at.
        TOO_MANY
    }

    /// A flaw with the member it is about, or an empty name.
    public record Found(Flaw flaw, String member) {
    }

    /// A member.
    ///
    /// @param method 0 stored, 8 deflated
    /// @param packed its size in the archive
    /// @param size   its size unpacked, as the archive says
    /// @param at     the offset of its first packed byte
    public record Entry(String name, int method, long packed, long size, long at) {
        /// Whether it is a folder.
        public boolean folder() {
            return name.endsWith("/");
        }
    }

    private final Blob blob;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Found> flaws = new java.util.LinkedHashSet<>();

    private ZipParts(Blob blob) {
        this.blob = blob;
    }

    /// Lists the archive.
    public static ZipParts of(Blob blob) throws IOException {
        ZipParts parts = new ZipParts(blob);
        try {
            parts.list();
        } catch (Broken broken) {
            parts.flaws.add(new Found(Flaw.NO_LIST, ""));
            parts.entries.clear();
            parts.search();
        }
        parts.names();
        return parts;
    }

    public List<Entry> entries() {
        return entries;
    }

    public Set<Found> flaws() {
        return flaws;
    }

    /// The list cannot be followed.
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private void list() throws IOException, Broken {
        int tail = (int) Math.min(blob.size(), 65_557);
        byte[] end = blob.bytes(blob.size() - tail, tail);
        int at = end.length - 22;
        while (at >= 0 && u4(end, at) != END) {
            at--;
        }
        if (at < 0) {
            throw new Broken();
        }
        long endAt = blob.size() - tail + at;
        long count = u2(end, at + 10);
        long size = u4(end, at + 12) & 0xffff_ffffL;
        long from = u4(end, at + 16) & 0xffff_ffffL;
        if (at >= 20 && u4(end, at - 20) == END64_PLACE) {
            byte[] large = blob.bytes(u8(end, at - 12), 56);
            if (large.length == 56 && u4(large, 0) == END64) {
                count = u8(large, 32);
                size = u8(large, 40);
                from = u8(large, 48);
                endAt = u8(end, at - 12);
            }
        }
        long shift = endAt - size - from;
        if (size < 0 || size > LONGEST_LIST || size > endAt || shift < 0) {
            throw new Broken();
        }
        members(blob.bytes(endAt - size, (int) size), count, shift);
    }

    private void members(byte[] list, long count, long shift) throws IOException, Broken {
        int at = 0;
        for (long i = 0; i < count; i++) {
            if (entries.size() >= MOST) {
                flaws.add(new Found(Flaw.TOO_MANY, ""));
                return;
            }
            if (at + 46 > list.length || u4(list, at) != CENTRAL) {
                throw new Broken();
            }
            int nameLength = u2(list, at + 28);
            int extraLength = u2(list, at + 30);
            int next = at + 46 + nameLength + extraLength + u2(list, at + 32);
            if (next > list.length) {
                throw new Broken();
            }
            long[] sizes = {u4(list, at + 24) & 0xffff_ffffL, u4(list, at + 20) & 0xffff_ffffL,
                    u4(list, at + 42) & 0xffff_ffffL};
            large(list, at + 46 + nameLength, extraLength, sizes);
            String name = new String(list, at + 46, nameLength, StandardCharsets.UTF_8);
            member(name, u2(list, at + 8), u2(list, at + 10), sizes, shift);
            at = next;
        }
        if (at != list.length) {
            flaws.add(new Found(Flaw.HEADERS_DIFFER, ""));
        }
    }

    /// Sizes beyond four gigabytes stand in an extra field, those only that are all ones in their usual place.
    private static void large(byte[] list, int from, int length, long[] sizes) {
        int at = from;
        while (at + 4 <= from + length) {
            int size = u2(list, at + 2);
            if (u2(list, at) == 1) {
                int field = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == 0xffff_ffffL && field + 8 <= Math.min(at + 4 + size, from + length)) {
                        sizes[i] = u8(list, field);
                        field += 8;
                    }
                }
                return;
            }
            at += 4 + size;
        }
    }

    private void member(String name, int flags, int method, long[] sizes, long shift) throws IOException {
        byte[] local = blob.bytes(sizes[2] + shift, 30);
        boolean there = local.length == 30 && u4(local, 0) == LOCAL;
        int nameLength = there ? u2(local, 26) : 0;
        long at = sizes[2] + shift + 30 + nameLength + (there ? u2(local, 28) : 0);
        if (!there || sizes[1] < 0 || sizes[0] < 0 || at > blob.size() - sizes[1]) {
            flaws.add(new Found(Flaw.PLACE, name));
        }
        if (there) {
            String own = new String(blob.bytes(sizes[2] + shift + 30, nameLength), StandardCharsets.UTF_8);
            boolean later = (u2(local, 6) & 8) != 0;
            boolean large = u4(local, 18) == -1 || u4(local, 22) == -1;
            boolean differs = !later && !large && ((u4(local, 18) & 0xffff_ffffL) != sizes[1]
                    || (u4(local, 22) & 0xffff_ffffL) != sizes[0]);
            if (!own.equals(name) || u2(local, 8) != method || differs) {
                flaws.add(new Found(Flaw.HEADERS_DIFFER, name));
            }
            flags |= u2(local, 6);
        }
        if ((flags & 1) != 0) {
            flaws.add(new Found(Flaw.ENCRYPTED, name));
        }
        if (method != 0 && method != 8) {
            flaws.add(new Found(Flaw.METHOD, name));
        }
        entries.add(new Entry(name, method, sizes[1], sizes[0], at));
    }

    private void names() {
        Set<String> names = new HashSet<>();
        for (Entry entry : entries) {
            if (!names.add(entry.name())) {
                flaws.add(new Found(Flaw.NAME_TWICE, entry.name()));
            }
        }
        List<Entry> placed = new ArrayList<>(entries);
        placed.sort(Comparator.comparingLong(Entry::at));
        for (int i = 1; i < placed.size(); i++) {
            if (placed.get(i - 1).at() + placed.get(i - 1).packed() > placed.get(i).at()) {
                flaws.add(new Found(Flaw.PLACE, placed.get(i).name()));
            }
        }
    }

    /// Finds members by their own headers.
    private void search() throws IOException {
        byte[] window = new byte[1 << 16];
        long at = 0;
        while (at < blob.size() && entries.size() < 10_000) {
            int have = blob.read(at, window, 0, window.length);
            if (have < 30) {
                return;
            }
            int found = 0;
            while (found + 30 <= have && u4(window, found) != LOCAL) {
                found++;
            }
            at += found;
            if (found + 30 <= have) {
                at += Math.max(4, searched(at, java.util.Arrays.copyOfRange(window, found, found + 30)));
            } else if (have < window.length && at + 30 > blob.size()) {
                return;
            }
        }
    }

    private long searched(long at, byte[] local) throws IOException {
        String name = new String(blob.bytes(at + 30, u2(local, 26)), StandardCharsets.UTF_8);
        long start = at + 30 + u2(local, 26) + u2(local, 28);
        long packed = u4(local, 18) & 0xffff_ffffL;
        boolean known = packed > 0 && packed <= blob.size() - start;
        // Of a member that does not say its size, everything to the end: its reader stops where it ends.
        long length = known ? packed : Math.max(0, blob.size() - start);
        entries.add(new Entry(name, u2(local, 8), length, length, start));
        return known ? start + packed - at : start - at;
    }

    /// The bytes of a member from its beginning. Reading breaks off when it becomes more than [#RATIO] times as large
    /// as it is packed.
    public InputStream stream(Entry entry) {
        InputStream raw = blob.part(entry.at(), entry.packed()).stream(0);
        if (entry.method() != 8) {
            return raw;
        }
        InputStream inflated = new InflaterInputStream(raw, new Inflater(true), 1 << 14);
        return new BoundedStream(inflated, Math.max(FREE, RATIO * entry.packed()));
    }

    /// A member that can be read at any place: of a stored one where it lies, of a packed one unpacked in memory.
    ///
    /// @param most the most bytes that are unpacked; the rest is cut
    public Blob blob(Entry entry, int most) throws IOException {
        if (entry.method() == 0) {
            return blob.part(entry.at(), entry.packed());
        }
        try (InputStream in = stream(entry)) {
            return Blob.of(in.readNBytes(most));
        }
    }

    private static int u2(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private static int u4(byte[] bytes, int at) {
        return u2(bytes, at) | u2(bytes, at + 2) << 16;
    }

    private static long u8(byte[] bytes, int at) {
        return u4(bytes, at) & 0xffff_ffffL | (long) u4(bytes, at + 4) << 32;
    }
}
