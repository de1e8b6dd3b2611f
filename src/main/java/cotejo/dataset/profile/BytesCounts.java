package cotejo.dataset.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Counts runs of bytes, up to limits of different ones and of their bytes; then only those it knows are counted on.
final class BytesCounts {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private final int limit;
    private final int mostBytes;
    private int[] table = new int[1024];
    private long[] hashes = new long[512];
    private long[] counts = new long[512];
    private int[] ends = new int[512];
    private byte[] data = new byte[1024];
    private int size;
    private boolean full;

    BytesCounts(Budget budget) {
        this.limit = budget.distinct();
        this.mostBytes = budget.bytes();
    }

    static long hash(byte[] bytes, int from, int length) {
        long hash = length * 0x9e3779b97f4a7c15L;
        int i = from;
        int end = from + length;
        for (; i + 8 <= end; i += 8) {
            hash = Hll.mix(hash ^ (long) LONG.get(bytes, i));
        }
        long rest = 0;
        for (int shift = 0; i < end; i++, shift += 8) {
            rest |= (bytes[i] & 0xffL) << shift;
        }
        return Hll.mix(hash ^ rest);
    }

    /// @return false when it is not counted because there are too many different ones
    boolean add(byte[] bytes, int from, int length, long hash, long times) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            int entry = table[at] - 1;
            if (hashes[entry] == hash && same(entry, bytes, from, length)) {
                counts[entry] += times;
                return true;
            }
            at = at + 1 & mask;
        }
        int used = size == 0 ? 0 : ends[size - 1];
        if (full || size == limit || used + (long) length > mostBytes) {
            full = true;
            return false;
        }
        room(used + length);
        System.arraycopy(bytes, from, data, used, length);
        hashes[size] = hash;
        counts[size] = times;
        ends[size++] = used + length;
        table[at] = size;
        if (size * 2 > table.length) {
            grow();
        }
        return true;
    }

    private boolean same(int entry, byte[] bytes, int from, int length) {
        int start = start(entry);
        return Arrays.equals(data, start, ends[entry], bytes, from, from + length);
    }

    private int start(int entry) {
        return entry == 0 ? 0 : ends[entry - 1];
    }

    private void room(int bytes) {
        if (data.length < bytes) {
            data = Arrays.copyOf(data, Math.max(bytes, data.length * 2));
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int at = (int) hashes[entry] & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = entry + 1;
        }
    }

    int size() {
        return size;
    }

    long count(int entry) {
        return counts[entry];
    }

    byte[] bytes(int entry) {
        return Arrays.copyOfRange(data, start(entry), ends[entry]);
    }

    /// Adds what another one counted.
    ///
    /// @return false when not all of it could be counted
    boolean merge(BytesCounts other) {
        boolean all = true;
        for (int i = 0; i < other.size; i++) {
            all &= add(other.data, other.start(i), other.ends[i] - other.start(i), other.hashes[i], other.counts[i]);
        }
        return all;
    }

    /// The entries with the greatest counts.
    int[] top(int most) {
        return java.util.stream.IntStream.range(0, size).boxed()
                .sorted(java.util.Comparator.<Integer>comparingLong(i -> counts[i]).reversed()
                        .thenComparing((a, b) -> Arrays.compareUnsigned(data, start(a), ends[a], data, start(b),
                                ends[b])))
                .limit(most).mapToInt(Integer::intValue).toArray();
    }
}
