package cotejo.importing.format;

/// A set of points with a bound: when it is full it forgets and starts anew, so that of points more than two million
/// apart both stay.
final class PointSet {

    private static final int MOST = 2_000_000;

    private long[] slots = new long[3 << 10];
    private boolean[] used = new boolean[1 << 10];
    private int size;

    /// Adds a point; false when it was there.
    boolean add(long step, long time, long bits) {
        if (size >= MOST) {
            slots = new long[3 << 10];
            used = new boolean[1 << 10];
            size = 0;
        } else if (size * 2 >= used.length) {
            grow();
        }
        return put(step, time, bits);
    }

    private boolean put(long step, long time, long bits) {
        int mask = used.length - 1;
        int at = (int) (mix(step, time, bits) & mask);
        while (used[at]) {
            if (slots[3 * at] == step && slots[3 * at + 1] == time && slots[3 * at + 2] == bits) {
                return false;
            }
            at = at + 1 & mask;
        }
        used[at] = true;
        slots[3 * at] = step;
        slots[3 * at + 1] = time;
        slots[3 * at + 2] = bits;
        size++;
        return true;
    }

    private void grow() {
        long[] oldSlots = slots;
        boolean[] oldUsed = used;
        slots = new long[oldSlots.length * 2];
        used = new boolean[oldUsed.length * 2];
        size = 0;
        for (int i = 0; i < oldUsed.length; i++) {
            if (oldUsed[i]) {
                put(oldSlots[3 * i], oldSlots[3 * i + 1], oldSlots[3 * i + 2]);
            }
        }
    }

    private static long mix(long step, long time, long bits) {
        long hash = step * 0x9E3779B97F4A7C15L + time;
        hash = (hash ^ hash >>> 32) * 0xBF58476D1CE4E5B9L + bits;
        hash = (hash ^ hash >>> 29) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 32;
    }
}
