package cotejo.dataset.parquet;

import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.util.Arrays;

/// The values of one data page that are not null, in order. What it hands out is only valid until the next call.
abstract class PageValues {

    /// The next `count` values.
    abstract Vector read(int count);

    /// Passes over values.
    void skip(int count) {
        for (int left = count; left > 0; left -= 8192) {
            read(Math.min(left, 8192));
        }
    }

    /// Room that grows as it is needed and is used again.
    static final class Room {
        long[] longs = new long[0];
        double[] doubles = new double[0];
        int[] starts = new int[0];
        int[] lengths = new int[0];

        long[] longs(int count) {
            if (longs.length < count) {
                longs = new long[count];
            }
            return longs;
        }

        double[] doubles(int count) {
            if (doubles.length < count) {
                doubles = new double[count];
            }
            return doubles;
        }

        int[] starts(int count) {
            if (starts.length < count) {
                starts = new int[count];
            }
            return starts;
        }

        int[] lengths(int count) {
            if (lengths.length < count) {
                lengths = new int[count];
            }
            return lengths;
        }
    }

    /// Values that lie in a byte array at equal distances: PLAIN of a fixed width.
    static final class Plain extends PageValues {
        private final byte[] data;
        private final int end;
        private final Physical physical;
        private final int width;
        private final Room room;
        private int at;

        Plain(byte[] data, int from, int end, Physical physical, Room room) {
            this.data = data;
            this.at = from;
            this.end = end;
            this.physical = physical;
            this.width = physical.width();
            this.room = room;
        }

        @Override
        Vector read(int count) {
            if (at + (long) count * width > end) {
                throw Damage.of("dataset.parquet.damage.values");
            }
            int from = at;
            at += count * width;
            return switch (physical.kind()) {
                case LONGS -> longs(from, count);
                case DOUBLES -> doubles(from, count);
                case SLICES -> slices(from, count);
                case INT96 -> moments(from, count);
            };
        }

        @Override
        void skip(int count) {
            if (at + (long) count * width > end) {
                throw Damage.of("dataset.parquet.damage.values");
            }
            at += count * width;
        }

        private Vector longs(int from, int count) {
            long[] values = room.longs(count);
            if (width == 8) {
                for (int i = 0; i < count; i++) {
                    values[i] = Bits.longAt(data, from + i * 8);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    values[i] = Bits.intAt(data, from + i * 4);
                }
            }
            mask(values, count, physical.mask());
            return new Vector.Longs(values, count, null);
        }

        private Vector doubles(int from, int count) {
            double[] values = room.doubles(count);
            switch (width) {
                case 8 -> {
                    for (int i = 0; i < count; i++) {
                        values[i] = (double) Bits.DOUBLE.get(data, from + i * 8);
                    }
                }
                case 4 -> {
                    for (int i = 0; i < count; i++) {
                        values[i] = (float) Bits.FLOAT.get(data, from + i * 4);
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++) {
                        values[i] = Float.float16ToFloat((short) Bits.SHORT.get(data, from + i * 2));
                    }
                }
            }
            return new Vector.Doubles(values, count, null);
        }

        private Vector slices(int from, int count) {
            int[] starts = room.starts(count);
            int[] lengths = room.lengths(count);
            for (int i = 0; i < count; i++) {
                starts[i] = from + i * width;
            }
            Arrays.fill(lengths, 0, count, width);
            return new Vector.Slices(data, starts, lengths, count);
        }

        private Vector moments(int from, int count) {
            Value[] values = new Value[count];
            for (int i = 0; i < count; i++) {
                values[i] = moment(data, from + i * 12);
            }
            return new Vector.Values(values, count);
        }
    }

    static void mask(long[] values, int count, long mask) {
        if (mask != 0) {
            for (int i = 0; i < count; i++) {
                values[i] &= mask;
            }
        }
    }

    /// A timestamp of 96 bits: nanoseconds of the day, then the Julian day. There were no times before the first Julian
    /// day: there Spark's microseconds ran over, and do so again when it reads them.
    static Value.Moment moment(byte[] data, int at) {
        long nanos = Bits.longAt(data, at);
        long day = Bits.intAt(data, at + 8) - 2_440_588L;
        if (day < -2_440_588L) {
            long micros = day * 86_400_000_000L + Math.floorDiv(nanos, 1000L);
            return new Value.Moment(Math.floorDiv(micros, 1_000_000L),
                    (int) (Math.floorMod(micros, 1_000_000L) * 1000 + Math.floorMod(nanos, 1000L)), "");
        }
        return new Value.Moment(day * 86_400 + Math.floorDiv(nanos, 1_000_000_000L),
                (int) Math.floorMod(nanos, 1_000_000_000L), "");
    }

    /// PLAIN byte arrays, each after its length.
    static final class PlainBytes extends PageValues {
        private final byte[] data;
        private final int end;
        private final Room room;
        private int at;

        PlainBytes(byte[] data, int from, int end, Room room) {
            this.data = data;
            this.at = from;
            this.end = end;
            this.room = room;
        }

        @Override
        Vector read(int count) {
            int[] starts = room.starts(count);
            int[] lengths = room.lengths(count);
            int position = at;
            for (int i = 0; i < count; i++) {
                if (position + 4 > end) {
                    throw Damage.of("dataset.parquet.damage.values");
                }
                int length = Bits.intAt(data, position);
                position += 4;
                if (length < 0 || length > end - position) {
                    throw Damage.value(length, end - position);
                }
                starts[i] = position;
                lengths[i] = length;
                position += length;
            }
            at = position;
            return new Vector.Slices(data, starts, lengths, count);
        }
    }

    /// PLAIN truth values: a bit each.
    static final class PlainBits extends PageValues {
        private final byte[] data;
        private final int end;
        private final Room room;
        private long bit;

        PlainBits(byte[] data, int from, int end, Room room) {
            this.data = data;
            this.bit = from * 8L;
            this.end = end;
            this.room = room;
        }

        @Override
        Vector read(int count) {
            if (bit + (long) count > end * 8L) {
                throw Damage.of("dataset.parquet.damage.values");
            }
            long[] values = room.longs(count);
            for (int i = 0; i < count; i++, bit++) {
                values[i] = data[(int) (bit >>> 3)] >>> (int) (bit & 7) & 1L;
            }
            return new Vector.Longs(values, count, null);
        }
    }

    /// Truth values as runs.
    static final class RleBits extends PageValues {
        private final RleHybrid runs;
        private final Room room;

        RleBits(byte[] data, int from, int end, Room room) {
            int length = Bits.intAt(data, from);
            if (length < 0 || length > end - from - 4) {
                throw Damage.of("dataset.parquet.damage.values");
            }
            this.runs = new RleHybrid(data, from + 4, from + 4 + length, 1);
            this.room = room;
        }

        @Override
        Vector read(int count) {
            int[] bits = room.starts(count);
            runs.read(bits, 0, count);
            long[] values = room.longs(count);
            for (int i = 0; i < count; i++) {
                values[i] = bits[i];
            }
            return new Vector.Longs(values, count, null);
        }
    }

    /// Codes into the chunk's dictionary: text stays coded, numbers are looked up.
    static final class Coded extends PageValues {
        private final RleHybrid codes;
        private final Vector dictionary;
        private final Room room;

        Coded(byte[] data, int from, int end, Vector dictionary, Room room) {
            this.codes = from < end ? new RleHybrid(data, from + 1, end, data[from] & 0xff)
                    : new RleHybrid(data, from, end, 0);
            this.dictionary = dictionary;
            this.room = room;
        }

        @Override
        Vector read(int count) {
            int[] places = room.starts(count);
            codes.read(places, 0, count);
            int size = dictionary.size();
            for (int i = 0; i < count; i++) {
                if (places[i] < 0 || places[i] >= size) {
                    throw Damage.of("dataset.parquet.damage.place",
                            Integer.toUnsignedString(places[i]), Integer.toString(size));
                }
            }
            return switch (dictionary) {
                case Vector.Longs longs -> {
                    long[] values = room.longs(count);
                    for (int i = 0; i < count; i++) {
                        values[i] = longs.values()[places[i]];
                    }
                    yield new Vector.Longs(values, count, null);
                }
                case Vector.Doubles doubles -> {
                    double[] values = room.doubles(count);
                    for (int i = 0; i < count; i++) {
                        values[i] = doubles.values()[places[i]];
                    }
                    yield new Vector.Doubles(values, count, null);
                }
                default -> new Vector.Coded(places, count, dictionary);
            };
        }
    }
}
