package cotejo.dataset.parquet;

import cotejo.dataset.Vector;
import java.util.Arrays;

/// The values of pages in the delta and byte-stream encodings.
final class PackedValues {

    private PackedValues() {
    }

    /// DELTA_BINARY_PACKED whole numbers.
    static final class Deltas extends PageValues {
        private final DeltaLongs deltas;
        private final Physical physical;
        private final Room room;

        Deltas(byte[] data, int from, int end, Physical physical, Room room) {
            this.deltas = new DeltaLongs(data, from, end);
            this.physical = physical;
            this.room = room;
        }

        @Override
        Vector read(int count) {
            long[] values = room.longs(count);
            deltas.read(values, 0, count);
            if (physical.width() == 4) {
                for (int i = 0; i < count; i++) {
                    values[i] = (int) values[i];
                }
            }
            mask(values, count, physical.mask());
            return new Vector.Longs(values, count, null);
        }
    }

    private static int[] lengths(DeltaLongs deltas, int most) {
        if (deltas.left() > most) {
            throw Damage.of("dataset.parquet.damage.coding");
        }
        int count = (int) deltas.left();
        int[] lengths = new int[count];
        long[] some = new long[Math.min(count, 4096)];
        for (int done = 0; done < count; ) {
            int now = Math.min(some.length, count - done);
            deltas.read(some, 0, now);
            for (int i = 0; i < now; i++) {
                lengths[done + i] = Math.toIntExact(some[i]);
            }
            done += now;
        }
        return lengths;
    }

    /// DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes.
    static final class LengthsFirst extends PageValues {
        private final byte[] data;
        private final int end;
        private final int[] all;
        private final Room room;
        private int at;
        private int next;

        LengthsFirst(byte[] data, int from, int end, int values, Room room) {
            DeltaLongs deltas = new DeltaLongs(data, from, end);
            this.data = data;
            this.end = end;
            this.all = PackedValues.lengths(deltas, values);
            this.at = deltas.end();
            this.room = room;
        }

        @Override
        Vector read(int count) {
            if (next + count > all.length) {
                throw Damage.of("dataset.parquet.damage.values");
            }
            int[] starts = room.starts(count);
            int[] lengths = room.lengths(count);
            for (int i = 0; i < count; i++) {
                int length = all[next + i];
                if (length < 0 || length > end - at) {
                    throw Damage.value(length, end - at);
                }
                starts[i] = at;
                lengths[i] = length;
                at += length;
            }
            next += count;
            return new Vector.Slices(data, starts, lengths, count);
        }
    }

    /// DELTA_BYTE_ARRAY: each value is the beginning of the one before and an end of its own.
    static final class Prefixes extends PageValues {
        private final int[] prefixes;
        private final LengthsFirst suffixes;
        private final Physical physical;
        private final Room own = new Room();
        private final Room suffixRoom = new Room();
        private int next;
        private byte[] last = new byte[0];
        private byte[] out = new byte[4096];

        Prefixes(byte[] data, int from, int end, int values, Physical physical) {
            DeltaLongs deltas = new DeltaLongs(data, from, end);
            this.prefixes = PackedValues.lengths(deltas, values);
            this.suffixes = new LengthsFirst(data, deltas.end(), end, values, suffixRoom);
            this.physical = physical;
        }

        @Override
        Vector read(int count) {
            Vector.Slices ends = (Vector.Slices) suffixes.read(count);
            int[] starts = own.starts(count);
            int[] lengths = own.lengths(count);
            int before = 0;
            int beforeLength = last.length;
            out = room(out, beforeLength);
            System.arraycopy(last, 0, out, 0, beforeLength);
            int at = beforeLength;
            for (int i = 0; i < count; i++) {
                int prefix = prefixes[next + i];
                int length = Math.addExact(prefix, ends.lengths()[i]);
                if (prefix < 0 || prefix > beforeLength || (long) at + length > Limits.BATCH_BYTES) {
                    throw Damage.of("dataset.parquet.damage.coding");
                }
                out = room(out, at + length);
                System.arraycopy(out, before, out, at, prefix);
                System.arraycopy(ends.data(), ends.starts()[i], out, at + prefix, length - prefix);
                starts[i] = at;
                lengths[i] = length;
                before = at;
                beforeLength = length;
                at += length;
            }
            next += count;
            last = Arrays.copyOfRange(out, before, before + beforeLength);
            return physical.kind() == Physical.Kind.SLICES ? new Vector.Slices(out, starts, lengths, count)
                    : fixed(starts, count);
        }

        private Vector fixed(int[] starts, int count) {
            double[] values = own.doubles(count);
            for (int i = 0; i < count; i++) {
                values[i] = Float.float16ToFloat((short) Bits.SHORT.get(out, starts[i]));
            }
            return new Vector.Doubles(values, count, null);
        }

        private static byte[] room(byte[] bytes, int needed) {
            return bytes.length >= needed ? bytes : Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }

    /// BYTE_STREAM_SPLIT: the first bytes of all values, then the second ones, and so on.
    static PageValues split(byte[] data, int from, int end, Physical physical, PageValues.Room room) {
        int width = physical.width();
        if (width <= 0 || (end - from) % width != 0) {
            throw Damage.of("dataset.parquet.damage.coding");
        }
        int count = (end - from) / width;
        byte[] joined = new byte[end - from];
        for (int stream = 0; stream < width; stream++) {
            int at = from + stream * count;
            for (int i = 0; i < count; i++) {
                joined[i * width + stream] = data[at + i];
            }
        }
        return new PageValues.Plain(joined, 0, joined.length, physical, room);
    }
}
