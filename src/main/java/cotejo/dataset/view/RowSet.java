package cotejo.dataset.view;

import java.util.Arrays;

/// A set of row numbers as bits, with the place of the n-th one found by counts a block.
final class RowSet {

    private static final int BLOCK = 64;

    private long[] words = new long[1024];
    private long[] before = new long[0];
    private long size;

    synchronized void add(long firstRow, boolean[] matches, int count) {
        int last = (int) ((firstRow + count) >>> 6) + 1;
        if (words.length < last) {
            words = Arrays.copyOf(words, Math.max(last, words.length * 2));
        }
        for (int i = 0; i < count; i++) {
            if (matches[i]) {
                long row = firstRow + i;
                words[(int) (row >>> 6)] |= 1L << (row & 63);
                size++;
            }
        }
    }

    synchronized long size() {
        return size;
    }

    /// To be called once, when all rows are in.
    void seal() {
        before = new long[words.length / BLOCK + 2];
        long count = 0;
        for (int i = 0; i < words.length; i++) {
            if (i % BLOCK == 0) {
                before[i / BLOCK] = count;
            }
            count += Long.bitCount(words[i]);
        }
        Arrays.fill(before, (words.length + BLOCK - 1) / BLOCK, before.length, count);
    }

    boolean has(long row) {
        int word = (int) (row >>> 6);
        return word < words.length && (words[word] >>> (row & 63) & 1) == 1;
    }

    /// How many rows of the set come before a row.
    long before(long row) {
        int word = (int) Math.min(row >>> 6, words.length);
        long count = before[word / BLOCK];
        for (int i = word / BLOCK * BLOCK; i < word; i++) {
            count += Long.bitCount(words[i]);
        }
        return word == words.length ? count : count + Long.bitCount(words[word] & ((1L << (row & 63)) - 1));
    }

    /// The row number of the n-th row of the set, from 0.
    long nth(long n) {
        int at = Arrays.binarySearch(before, n);
        int block = at >= 0 ? at : -at - 2;
        while (block + 1 < before.length && before[block + 1] <= n) {
            block++;
        }
        long left = n - before[block];
        int word = block * BLOCK;
        while (Long.bitCount(words[word]) <= left) {
            left -= Long.bitCount(words[word++]);
        }
        long bits = words[word];
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return ((long) word << 6) + Long.numberOfTrailingZeros(bits);
    }
}
