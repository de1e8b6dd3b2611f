package cotejo.dataset.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the keys of some ranks exactly without keeping all keys: bins first, then only what lies in the bins that
/// matter, in as many passes as that takes.
final class Selection {

    private static final int COLLECTED = 1 << 19;

    private final Map<Long, Long> found = new HashMap<>();
    private List<Hunt> hunts = new ArrayList<>();

    /// A stretch of keys that holds some of the ranks.
    private static final class Hunt {
        private final long low;
        private final long high;
        /// How many keys are below it.
        private final long base;
        private final List<Long> ranks = new ArrayList<>();
        private final long[] collected;
        private final Bins bins;
        private final boolean collect;
        private int size;

        Hunt(long low, long high, long base, long count) {
            this.low = low;
            this.high = high;
            this.base = base;
            this.collect = count <= COLLECTED;
            this.collected = new long[collect ? (int) count : 0];
            this.bins = new Bins(low, high);
        }

        synchronized void add(long[] keys, int count) {
            for (int i = 0; i < count; i++) {
                if (!collect) {
                    bins.add(keys[i]);
                } else if (size < collected.length) {
                    collected[size++] = keys[i];
                }
            }
        }
    }

    /// @param bins  counts of all keys
    /// @param ranks the ranks wanted, from 0
    Selection(Bins bins, long[] ranks) {
        split(bins, 0, Arrays.stream(ranks).boxed().toList());
    }

    private void split(Bins bins, long base, List<Long> ranks) {
        Map<Integer, Hunt> byBin = new TreeMap<>();
        for (long rank : ranks) {
            int bin = bins.binOfRank(rank - base);
            if (bins.low(bin) == bins.high(bin)) {
                found.put(rank, bins.low(bin));
            } else {
                byBin.computeIfAbsent(bin, b -> new Hunt(bins.low(b), bins.high(b), base + bins.before(b),
                        bins.count(b))).ranks.add(rank);
            }
        }
        hunts.addAll(byBin.values());
    }

    boolean done() {
        return hunts.isEmpty();
    }

    /// A collector for one thread of one pass.
    Pass pass() {
        return new Pass(hunts);
    }

    /// Takes the keys of a pass.
    static final class Pass {
        private final List<Hunt> hunts;
        private final long[][] buffers;
        private final int[] sizes;
        private final long lowest;
        private final long highest;

        private Pass(List<Hunt> hunts) {
            this.hunts = hunts;
            this.buffers = new long[hunts.size()][1024];
            this.sizes = new int[hunts.size()];
            this.lowest = hunts.isEmpty() ? 0 : hunts.getFirst().low;
            this.highest = hunts.isEmpty() ? 0 : hunts.getLast().high;
        }

        void add(long key) {
            if (key < lowest || key > highest) {
                return;
            }
            for (int i = 0; i < buffers.length; i++) {
                Hunt hunt = hunts.get(i);
                if (key <= hunt.high) {
                    if (key >= hunt.low) {
                        if (sizes[i] == 1024) {
                            hunt.add(buffers[i], 1024);
                            sizes[i] = 0;
                        }
                        buffers[i][sizes[i]++] = key;
                    }
                    return;
                }
            }
        }

        void end() {
            for (int i = 0; i < buffers.length; i++) {
                hunts.get(i).add(buffers[i], sizes[i]);
                sizes[i] = 0;
            }
        }
    }

    /// Ends a pass: what was collected is looked into, what was too much is split anew.
    void next() {
        List<Hunt> old = hunts;
        hunts = new ArrayList<>();
        for (Hunt hunt : old) {
            if (hunt.collect) {
                long[] keys = Arrays.copyOf(hunt.collected, hunt.size);
                Arrays.sort(keys);
                for (long rank : hunt.ranks) {
                    int place = (int) Math.min(keys.length - 1L, rank - hunt.base);
                    found.put(rank, keys.length == 0 ? hunt.low : keys[place]);
                }
            } else {
                split(hunt.bins, hunt.base, hunt.ranks);
            }
        }
    }

    long key(long rank) {
        return found.getOrDefault(rank, 0L);
    }
}
